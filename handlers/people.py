"""People leave and come back."""

from telegram.constants import ChatMemberStatus, ChatType

from bot.tutor import people
from handlers.context import Context


async def change(context: Context) -> None:
    """The person blocked the tutor, or let it in again."""
    member = context.incoming.my_chat_member
    assert member is not None  # noqa: S101 — the route takes only these
    if member.chat.type != ChatType.PRIVATE:
        return  # the tutor was put into a group or taken out of it: the person hasn't left
    gone = member.new_chat_member.status in (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)
    await (people.blocked if gone else people.returned)(context.services, member.from_user.id)

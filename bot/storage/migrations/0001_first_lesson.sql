-- The first lesson. Instants are microseconds UTC, days are local days (proleptic ordinals, turning at 04:00).
-- {identity} is the one word that differs between the engines; the runner puts it in.

create table settings (           -- what belongs to the database itself, such as the bot that it serves
    name text primary key,
    value text not null
);

create table learners (
    id {identity},
    telegram_id bigint not null unique,
    language text not null,        -- of the interface
    tongue text,                   -- mother tongue; null until chosen
    level double precision,        -- 0 = A1 … 5 = C2; null until chosen
    zone text not null,
    zone_known smallint not null default 0,
    article_minute bigint not null default 480,   -- of the local day
    article_rhythm text not null default 'daily', -- daily, twice (a week), stopped
    articles_ignored bigint not null default 0,
    pushes_ignored bigint not null default 0,
    minutes bigint,                -- a day; null until chosen
    paused_until bigint,
    blocked_at bigint,
    invitation text,               -- a deep link that waits for the end of the onboarding
    created_at bigint not null,
    wake_at bigint                 -- the earliest of the agenda; also the lease of who works on it
);
create index learners_wake on learners (wake_at) where wake_at is not null;

create table agenda (              -- when to think about writing to somebody
    learner_id bigint not null references learners (id) on delete cascade,
    kind text not null,            -- article, review
    due_at bigint not null,
    primary key (learner_id, kind)
);

create table jobs (                -- what the house itself does at times
    name text primary key,
    due_at bigint not null
);

create table cards (
    id {identity},
    learner_id bigint not null references learners (id) on delete cascade,
    lemma text not null,
    pos text not null,
    sense_key text not null,       -- '' for a word that no dictionary has
    meaning text not null default '',  -- the learner's own
    saved_at bigint not null,
    saved_on bigint not null,
    admitted_on bigint,            -- null until the lesson lets it in
    suspended_at bigint,
    deleted_at bigint,
    unique (learner_id, lemma, pos, sense_key)
);

create table sightings (           -- where a word was met
    id {identity},
    learner_id bigint not null references learners (id) on delete cascade,
    card_id bigint not null references cards (id) on delete cascade,
    form text not null,
    sentence text not null,
    story text not null default '',
    seen_at bigint not null,
    seen_on bigint not null
);
create index sightings_card on sightings (card_id);
create index sightings_learner on sightings (learner_id);

create table memories (            -- a cache of what the reviews say
    card_id bigint not null references cards (id) on delete cascade,
    direction text not null,       -- recognition, production
    learner_id bigint not null references learners (id) on delete cascade,
    stability double precision not null,
    difficulty double precision not null,
    reviewed_on bigint not null,
    due_on bigint not null,
    primary key (card_id, direction)
);
create index memories_due on memories (learner_id, due_on);

create table items (               -- questions as made, asked as rows of `questions`
    id {identity},
    learner_id bigint references learners (id) on delete cascade,  -- whose sentence it shows; null: fit for all
    format text not null,
    lemma text not null,
    sense_key text not null,
    content text not null,         -- JSON
    made_at bigint not null
);
create index items_learner on items (learner_id);

create table sittings (
    id {identity},
    learner_id bigint not null references learners (id) on delete cascade,
    plan text not null,            -- JSON: the cards still to ask, in order
    asked bigint not null default 0,
    recalled bigint not null default 0,
    started_at bigint not null,
    acted_at bigint not null,
    ended_at bigint
);
create index sittings_learner on sittings (learner_id);

create table questions (
    id {identity},
    learner_id bigint not null references learners (id) on delete cascade,
    sitting_id bigint not null references sittings (id) on delete cascade,
    card_id bigint not null references cards (id) on delete cascade,
    item_id bigint not null references items (id) on delete cascade,
    direction text not null,
    again smallint not null default 0,  -- asked a second time in its sitting
    state text not null,           -- planned, open, answered, unseen, withdrawn
    message_id bigint,
    asked_at bigint,
    answered_at bigint,
    answer text,
    verdict text,
    aside text                     -- what was typed and not marked, until the learner says what it was
);
create unique index questions_open on questions (learner_id) where state = 'open';
create index questions_card on questions (card_id);
create index questions_sitting on questions (sitting_id);
create index questions_learner on questions (learner_id);
create index questions_item on questions (item_id);

create table reviews (             -- append-only: the truth of memory
    id {identity},
    learner_id bigint not null references learners (id) on delete cascade,
    card_id bigint not null references cards (id) on delete cascade,
    direction text not null,
    question_id bigint not null references questions (id) on delete cascade,
    local_day bigint not null,
    answered_at bigint not null,
    correct smallint not null,
    format text not null,
    latency_ms bigint not null,
    state_before text not null,    -- JSON of the memory, or null for the first
    undone_at bigint,
    refunded_at bigint
);
create index reviews_card on reviews (card_id, direction);
create index reviews_learner on reviews (learner_id, local_day);
create index reviews_of_question on reviews (question_id);
create unique index reviews_question on reviews (question_id) where undone_at is null;

create table readings (            -- a story shown to somebody
    id {identity},
    learner_id bigint not null references learners (id) on delete cascade,
    story text not null,
    level bigint not null,         -- of the version shown: 0 = A1 … 5 = C2
    page bigint not null default 0,
    local_day bigint not null,
    opened_at bigint not null,
    message_id bigint,
    touched_at bigint,             -- the first tap; null: nothing shows that it was seen
    asked text not null default '[]',  -- JSON: the comprehension questions answered, right or wrong
    quiz_message_id bigint,
    unique (learner_id, story)
);

create table deliveries (          -- the ledger of all that nobody asked for
    id {identity},
    learner_id bigint not null references learners (id) on delete cascade,
    local_day bigint not null,
    kind text not null,            -- article, review
    ordinal bigint not null,
    state text not null,           -- claimed, sending, sent, unknown, failed, blocked, skipped
    reason text not null default '',
    reading_id bigint,
    question_id bigint,
    due_at bigint not null,
    claimed_at bigint not null,
    sending_at bigint,
    ended_at bigint,
    unique (learner_id, local_day, kind, ordinal)
);
create unique index deliveries_article on deliveries (learner_id, local_day)
    where kind = 'article' and state in ('claimed', 'sending', 'sent', 'unknown');
create index deliveries_unfinished on deliveries (state) where state in ('claimed', 'sending');

create table inbox (               -- updates, held before they are acknowledged
    bot_id bigint not null,
    update_id bigint not null,
    payload text not null,         -- emptied when done
    attempts bigint not null default 0,
    received_at bigint not null,
    done_at bigint,
    primary key (bot_id, update_id)
);
create index inbox_waiting on inbox (update_id) where done_at is null;
create index inbox_done on inbox (done_at) where done_at is not null;

create table outbox (              -- replies, held until they are sent
    id {identity},
    chat_id bigint not null,
    payload text not null,
    made_at bigint not null
);

create table messages (            -- what the tutor's messages are about
    learner_id bigint not null references learners (id) on delete cascade,
    message_id bigint not null,
    kind text not null,
    ref bigint not null,
    sent_at bigint not null,
    primary key (learner_id, message_id)
);
create index messages_sent on messages (sent_at);

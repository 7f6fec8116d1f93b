"""Text as Telegram treats it: tags to entities, entities to a page, what it cleans away and what it finds by itself."""

"""A person spoke: an update comes in, the tutor is called, a reply goes out."""

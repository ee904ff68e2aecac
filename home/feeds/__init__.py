"""What is new, for programs that people read news with (Atom, RFC 4287). One feed for each kind and language."""

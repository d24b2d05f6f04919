"""What a reader may have meant: the words of a catalogue, and which of them are near another."""

"""What each action of the desk does, by theme."""

"""Qt: tray, main window, dialogs."""

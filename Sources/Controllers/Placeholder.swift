enum ControllersPlaceholder {}

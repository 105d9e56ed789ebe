enum MachineryPlaceholder {}

enum LessonsPlaceholder {}

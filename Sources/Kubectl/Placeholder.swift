enum KubectlPlaceholder {}

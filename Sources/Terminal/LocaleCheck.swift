import Glibc

/// What the machine knows of locales.
package enum LocaleCheck {
  /// Whether the C library has the locale `name`.
  package static func isInstalled(_ name: String) -> Bool {
    guard let locale = newlocale(1 << LC_CTYPE, name, nil) else { return false }
    freelocale(locale)
    return true
  }
}

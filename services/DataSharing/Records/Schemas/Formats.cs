using System.Collections.Frozen;
using System.Globalization;
using CaseCoordination.Identifiers;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>The one spelling of a text of a format, or what is wrong with it; the message never repeats the text.</summary>
public readonly record struct FormatCheck(string? Value, string? Code = null, string? Message = null);

/// <summary>The formats that a schema may name.</summary>
public static class Formats
{
    private const int MostDigits = 38;

    private static readonly FrozenDictionary<string, Func<string, FormatCheck>> Rules = IdentifierSchemes
        .All.Select(scheme =>
            KeyValuePair.Create(scheme, (Func<string, FormatCheck>)(text => Identifier(scheme, text)))
        )
        .Append(new("country", text => Of(CountryCode.Check(text))))
        .Append(new("currency", text => Of(CurrencyCode.Check(text))))
        .Append(new("decimal", Decimal))
        .Append(new("date-time", Instant))
        .Append(new("date", Date))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The check of a format; null for one that is not known.</summary>
    public static Func<string, FormatCheck>? Find(string format) => Rules.GetValueOrDefault(format);

    /// <summary>True where values of the format identify something.</summary>
    public static bool IsIdentifier(string format) =>
        IdentifierSchemes.All.Contains(format, StringComparer.Ordinal) && format is not (Cfi.Scheme or Caip2.Scheme);

    private static FormatCheck Identifier(string scheme, string text) => Of(IdentifierSchemes.Check(scheme, text));

    private static FormatCheck Of(IdentifierCheck check) =>
        new(check.Value, check.Problem?.Code, check.Problem?.Message);

    /// <summary>A decimal number in plain notation; trailing zeros say how precise it is and stay.</summary>
    private static FormatCheck Decimal(string text)
    {
        var isNegative = text.StartsWith('-');
        var parts = text.Split('e', 'E');
        var mantissa = isNegative ? parts[0][1..] : parts[0];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        var scale = point < 0 ? 0 : mantissa.Length - point - 1;
        var exponent = 0;
        if (
            parts.Length > 2
            || digits.Length == 0
            || !digits.All(char.IsAsciiDigit)
            || point == 0
            || (point > 0 && scale == 0)
            || (
                parts.Length == 2
                && (!int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            )
        )
        {
            return new(null, "not-a-decimal", "A decimal number with a point, without separators, such as -1234.50.");
        }

        if (digits.Length > MostDigits || Math.Abs((long)exponent) > MostDigits)
        {
            return new(null, "too-many-digits", $"At most {MostDigits} digits.");
        }

        return new((isNegative ? "-" : "") + Plain(digits, scale - exponent));
    }

    private static string Plain(string digits, int scale)
    {
        if (scale <= 0)
        {
            digits = digits.PadRight(digits.Length - scale, '0');
            scale = 0;
        }

        digits = digits.PadLeft(scale + 1, '0');
        var whole = digits[..^scale].TrimStart('0');
        return (whole.Length == 0 ? "0" : whole) + (scale == 0 ? "" : $".{digits[^scale..]}");
    }

    /// <summary>An instant with its offset from UTC, told in UTC to the microsecond.</summary>
    private static FormatCheck Instant(string text) =>
        text.Length is >= 17 and <= 40
        && text[10] is 'T' or ' '
        && (text[^1] == 'Z' || text[^6] is '+' or '-')
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal,
            out var instant
        )
        && instant.Year is >= 1900 and < 2200
            ? new(Spell(instant))
            : new(null, "not-an-instant", "An instant with its offset, such as 2026-03-02T12:00:00Z.");

    private static FormatCheck Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1800 and < 2200
            ? new(text)
            : new(null, "not-a-date", "A date that exists, as YYYY-MM-DD.");

    private static string Spell(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}

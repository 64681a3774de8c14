using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>A text, a number, or yes and no.</summary>
public sealed class ScalarNode : Node
{
    public const int LongestText = 4000;

    /// <summary>string, number, integer or boolean.</summary>
    public required string Type { get; init; }
    public string? Format { get; init; }

    /// <summary>The scheme under which the value identifies something; absent where it does not.</summary>
    public string? Scheme { get; init; }
    public IReadOnlyList<string> Enum { get; init; } = [];
    internal Func<string, FormatCheck>? Check { get; init; }
    internal Regex? Pattern { get; init; }
    internal int MinLength { get; init; }
    internal int MaxLength { get; init; } = LongestText;
    internal decimal Minimum { get; init; } = decimal.MinValue;
    internal decimal Maximum { get; init; } = decimal.MaxValue;

    /// <summary>Numbers are taken where a decimal is, and kept to the digit.</summary>
    internal bool TakesNumbers { get; init; }
    internal bool IsInstant { get; init; }
    internal bool IsSubject { get; init; }
    internal bool IsVenue { get; init; }

    internal override void Read(JsonElement value, RowReading reading)
    {
        switch (Type, value.ValueKind)
        {
            case ("string", JsonValueKind.String):
                ReadText(value.GetString(), reading);
                break;
            case ("string", JsonValueKind.Number) when TakesNumbers:
                ReadText(value.GetRawText(), reading);
                break;
            case ("boolean", JsonValueKind.True or JsonValueKind.False):
                reading.Body.WriteBooleanValue(value.GetBoolean());
                break;
            case ("number" or "integer", JsonValueKind.Number):
                ReadNumber(value, reading);
                break;
            default:
                reading.Wrong("wrong-type", $"{Word(Type)} is needed here.");
                break;
        }
    }

    /// <summary>The text in the spelling that is stored, checked by another rule where the record itself says so.</summary>
    internal void ReadText(string? text, RowReading reading, Func<string, FormatCheck>? other = null)
    {
        if (text is null || !IsPlain(text, reading))
        {
            return;
        }

        var spelled = Spell(text, other ?? Check);
        if (spelled.Code is not null)
        {
            reading.Wrong(spelled.Code, spelled.Message!);
            return;
        }

        var value = spelled.Value!;
        reading.Body.WriteStringValue(value);
        if (Scheme is not null)
        {
            reading.Find(Scheme, value);
        }

        if (IsSubject)
        {
            reading.Find("subject", Names.FoldWords(value));
        }

        if (IsVenue)
        {
            reading.Find("venue", Names.FoldWords(value));
        }

        if (IsInstant)
        {
            reading.Happened(value);
        }
    }

    private FormatCheck Spell(string text, Func<string, FormatCheck>? check)
    {
        if (check is not null)
        {
            return check(text);
        }

        if (Enum.Count == 0)
        {
            return new(text);
        }

        var folded = Names.FoldField(text);
        return Enum.FirstOrDefault(e => Names.FoldField(e) == folded) is { } known
            ? new(known)
            : new(null, "not-in-list", $"One of: {string.Join(", ", Enum)}.");
    }

    private bool IsPlain(string text, RowReading reading)
    {
        var (code, message) =
            text.Length > MaxLength ? ("too-long", $"At most {MaxLength} characters; these are {text.Length}.")
            : text.Length < MinLength || string.IsNullOrWhiteSpace(text)
                ? ("too-short", $"At least {Math.Max(1, MinLength)} characters that are no spaces.")
            : text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
                ? ("control-character", "Control characters are not accepted here.")
            : IsFormula(text)
                ? ("formula", "A spreadsheet would run this text as a formula: it may not begin with '=' or '@'.")
            : Pattern?.IsMatch(text) == false ? ("wrong-pattern", $"It must match {Pattern}.")
            : ("", "");
        if (code.Length > 0)
        {
            reading.Wrong(code, message);
        }

        return code.Length == 0;
    }

    // Signs begin honest numbers and telephone numbers too; only with a call or a pipe do they begin a formula.
    private static bool IsFormula(string text) =>
        text[0] is '=' or '@' or '\t' or '\r' || (text[0] is '+' or '-' && text.AsSpan().IndexOfAny('(', '|', '!') > 0);

    private void ReadNumber(JsonElement value, RowReading reading)
    {
        if (!value.TryGetDecimal(out var number) || (Type == "integer" && decimal.Truncate(number) != number))
        {
            reading.Wrong("wrong-type", $"{Word(Type)} is needed here.");
        }
        else if (number < Minimum || number > Maximum)
        {
            reading.Wrong("out-of-range", Limits());
        }
        else
        {
            reading.Body.WriteNumberValue(number);
            if (Scheme is not null)
            {
                reading.Find(Scheme, number.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private string Limits() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"From {(Minimum == decimal.MinValue ? "-∞" : Minimum)} to {(Maximum == decimal.MaxValue ? "∞" : Maximum)}."
        );

    private static string Word(string type) =>
        type switch
        {
            "string" => "A text",
            "integer" => "A whole number",
            "boolean" => "true or false",
            _ => "A number",
        };
}

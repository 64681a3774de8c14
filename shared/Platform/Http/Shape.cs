using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CaseCoordination.Platform.Http;

/// <summary>Collects everything wrong with the shape of one input, so that a caller is told all of it at once.</summary>
public sealed class Shape
{
    private readonly List<FieldProblem> _problems = [];

    public bool IsWrong => _problems.Count > 0;

    public IReadOnlyList<FieldProblem> Found => _problems;

    public IResult Problem() => Problems.Invalid(_problems);

    /// <summary>Notes a problem at a field.</summary>
    public Shape Wrong(string field, string code, string message)
    {
        _problems.Add(new FieldProblem(field, code, message));
        return this;
    }

    /// <summary>A text that must be there, within a length, without control characters other than line breaks and tabs.</summary>
    public Shape Text(string field, [NotNull] string? value, int max)
    {
        value ??= "";
        return string.IsNullOrWhiteSpace(value)
            ? Wrong(field, "required", "A text is needed here.")
            : Optional(field, value, max);
    }

    /// <summary>A text that may be absent.</summary>
    public Shape Optional(string field, string? value, int max)
    {
        if (value is null)
        {
            return this;
        }

        if (value.Length > max)
        {
            return Wrong(field, "too-long", $"At most {max} characters; these are {value.Length}.");
        }

        return value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || HasLoneSurrogate(value)
            ? Wrong(field, "control-character", "Control characters are not accepted here.")
            : this;
    }

    /// <summary>A value out of a closed list.</summary>
    public Shape OneOf(string field, string? value, IReadOnlyCollection<string> allowed) =>
        value is not null && allowed.Contains(value, StringComparer.Ordinal)
            ? this
            : Wrong(field, "not-in-list", $"One of: {string.Join(", ", allowed)}.");

    /// <summary>An ISO calendar date that exists.</summary>
    public Shape Date(string field, string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? this
            : Wrong(field, "not-a-date", "A date that exists, as YYYY-MM-DD.");

    /// <summary>A list of limited length.</summary>
    public Shape Count<T>(string field, IReadOnlyCollection<T>? values, int min, int max) =>
        (values?.Count ?? 0) < min ? Wrong(field, "too-few", $"At least {min}.")
        : (values?.Count ?? 0) > max ? Wrong(field, "too-many", $"At most {max}.")
        : this;

    /// <summary>Any other condition.</summary>
    public Shape Must(bool holds, string field, string code, string message) =>
        holds ? this : Wrong(field, code, message);

    private static bool HasLoneSurrogate(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return true;
            }
        }

        return false;
    }
}

namespace CaseCoordination.Identifiers;

/// <summary>A value, or a part of one, that is known to be short printable ASCII without spaces.</summary>
/// <param name="Scheme">The scheme that the whole value is checked against.</param>
/// <param name="Value">The characters.</param>
/// <param name="Offset">Where they start in the value as given, so that a problem points at the right place.</param>
internal readonly record struct IdentifierText(string Scheme, string Value, int Offset)
{
    internal int Length => Value.Length;

    internal char this[int index] => Value[index];

    /// <summary>The gate every value passes before any scheme looks at it.</summary>
    internal static IdentifierCheck Read(string scheme, string? value, Func<IdentifierText, IdentifierCheck> check)
    {
        var whole = new IdentifierText(scheme, value ?? "", 0);
        if (whole.Length > IdentifierSchemes.LongestValue)
        {
            return whole.Wrong(
                IdentifierProblemCodes.TooLong,
                $"The value has {whole.Length} characters; no identifier has more than {IdentifierSchemes.LongestValue}."
            );
        }

        var trimmed = whole.Value.Trim(' ');
        if (trimmed.Length == 0)
        {
            return whole.Wrong(IdentifierProblemCodes.Empty, "The value is empty.");
        }

        var text = new IdentifierText(scheme, trimmed, whole.Value.IndexOf(trimmed[0], StringComparison.Ordinal));
        return Characters.FindUnacceptable(text) ?? check(text);
    }

    internal IdentifierText Part(int start, int length) => new(Scheme, Value.Substring(start, length), Offset + start);

    internal IdentifierText From(int start) => Part(start, Length - start);

    /// <summary>The same place in the value, spelled in the normalised way.</summary>
    internal IdentifierText Upper() => this with { Value = Ascii.Upper(Value) };

    internal IdentifierCheck Wrong(string code, string message, int? index = null) =>
        new() { Scheme = Scheme, Problem = new(code, message, Offset + index + 1) };

    internal IdentifierCheck Right(string value, IdentifierAssurance assurance, params IdentifierPart[] parts) =>
        new()
        {
            Scheme = Scheme,
            Value = value,
            Assurance = assurance,
            Parts = parts,
        };

    /// <summary>The problem of the first character outside an alphabet, or null.</summary>
    internal IdentifierCheck? FindOutside(Func<char, bool> alphabet, string expectation)
    {
        for (var i = 0; i < Length; i++)
        {
            if (!alphabet(Value[i]))
            {
                return Wrong(IdentifierProblemCodes.WrongCharacter, $"{Place(i)} is '{Value[i]}'. {expectation}", i);
            }
        }

        return null;
    }

    internal IdentifierCheck? FindWrongLength(int length, string what) =>
        Length == length
            ? null
            : Wrong(IdentifierProblemCodes.WrongLength, $"{what} has {length} characters; this has {Length}.");

    internal string Place(int index) => $"Character {Offset + index + 1}";
}

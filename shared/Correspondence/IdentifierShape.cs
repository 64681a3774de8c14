using CaseCoordination.Correspondence.Domain;
using CaseCoordination.Identifiers;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.Correspondence;

/// <summary>An identifier as a caller writes it.</summary>
public sealed record IdentifierInput(string? Scheme, string? Value);

/// <summary>Checks identifiers of subjects.</summary>
public static class IdentifierShape
{
    /// <summary>The identifiers in their normalised spelling; what is wrong with any of them is noted at its field.</summary>
    public static SubjectIdentifier[] Identifiers(
        this Shape shape,
        string field,
        IReadOnlyList<IdentifierInput?>? given
    )
    {
        var right = new List<SubjectIdentifier>();
        foreach (var (input, i) in (given ?? []).Take(50).Select((x, i) => (x, i)))
        {
            var check = IdentifierSchemes.Check(input?.Scheme, input?.Value);
            if (check.Problem is { } problem)
            {
                var part = problem.Code == IdentifierProblemCodes.SchemeUnknown ? "scheme" : "value";
                shape.Wrong($"{field}[{i}].{part}", problem.Code, problem.Message);
            }
            else
            {
                right.Add(new SubjectIdentifier(check.Scheme, check.Value!));
            }
        }

        return [.. right.Distinct()];
    }
}

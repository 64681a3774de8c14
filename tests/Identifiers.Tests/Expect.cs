namespace CaseCoordination.Identifiers.Tests;

internal static class Expect
{
    internal static void Accepted(string scheme, string given, string normalised, IdentifierAssurance assurance)
    {
        var check = IdentifierSchemes.Check(scheme, given);

        Assert.True(check.IsValid, $"{given}: {check.Problem?.Message}");
        Assert.Equal(normalised, check.Value);
        Assert.Equal(assurance, check.Assurance);
        Assert.Equal(scheme, check.Scheme);
    }

    internal static IdentifierProblem Refused(string scheme, string? given, string code, int? position = null)
    {
        var check = IdentifierSchemes.Check(scheme, given);

        Assert.Null(check.Value);
        Assert.NotNull(check.Problem);
        Assert.Equal(code, check.Problem.Code);
        Assert.Equal(position, check.Problem.Position);
        Assert.Empty(check.Parts);
        return check.Problem;
    }

    internal static void Parts(string scheme, string given, params (string Name, string Value)[] parts) =>
        Assert.Equal(parts, IdentifierSchemes.Check(scheme, given).Parts.Select(part => (part.Name, part.Value)));
}

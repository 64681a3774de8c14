using CaseCoordination.Correspondence.Domain;

namespace CaseCoordination.Correspondence;

/// <summary>Finds files by exact identifiers of their subjects; names are too alike to say that two are one.</summary>
public static class SubjectKeys
{
    /// <summary>Matches a view whose <c>Identifiers</c> hold one of the keys; the placeholder is <c>^</c>.</summary>
    public const string AnySql = "d.data -> 'identifiers' ?| ^";

    /// <summary>Identifiers as <c>scheme:value</c>.</summary>
    public static string[] Of(IEnumerable<SubjectIdentifier> identifiers) =>
        [
            .. identifiers
                .Select(i => $"{i.Scheme}:{i.Value}")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whom to speak to about files, and nothing else of them: the groups of each, or its first member where it has none.</summary>
    public static string[] Contacts(IEnumerable<(string[] Groups, string[] Members)> files) =>
        [
            .. files
                .SelectMany(f => f.Groups.Length > 0 ? f.Groups : f.Members[..1])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}

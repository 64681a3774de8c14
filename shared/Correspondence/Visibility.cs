using CaseCoordination.Platform.Security;

namespace CaseCoordination.Correspondence;

/// <summary>How much of a file a reader may know.</summary>
public enum Sight
{
    Nothing,

    /// <summary>That the file exists and how far it is, nothing of what it says: auditors outside its groups.</summary>
    Outline,
    Whole,
}

/// <summary>The one place that says who may know of a file.</summary>
public static class Visibility
{
    /// <summary>The rule over the groups and members that a file is restricted to.</summary>
    public static Sight Of(Caller caller, IReadOnlyCollection<string> groups, IReadOnlyCollection<string> members) =>
        members.Contains(caller.Subject, StringComparer.Ordinal) || groups.Any(caller.Groups.Contains) ? Sight.Whole
        : caller.Roles.Contains(Roles.Auditor) ? Sight.Outline
        : Sight.Nothing;

    /// <summary>The same rule for the database, over a view's <c>Groups</c> and <c>Members</c>; placeholders are <c>^</c>.</summary>
    public const string WholeSql = "(d.data -> 'groups' ?| ^ or d.data -> 'members' ? ^)";

    public static object[] WholeArguments(Caller caller) => [caller.Groups.ToArray(), caller.Subject];

    /// <summary>The groups and members a new file is restricted to: what was asked for, or else those of its opener.</summary>
    public static (string[] Groups, string[] Members) Restrict(Caller opener, string[]? groups, string[]? members)
    {
        var chosen = Shapes.Distinct(groups ?? [.. opener.Groups]);
        var people = Shapes.Distinct(members);
        return chosen.Length == 0 && people.Length == 0 ? ([], [opener.Subject]) : (chosen, people);
    }
}

using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>How much of a case a reader may know.</summary>
public enum Sight
{
    Nothing,

    /// <summary>That the case exists and how far it is, nothing of what it says: auditors outside its groups.</summary>
    Outline,
    Whole,
}

/// <summary>The one place that says who may know of a case.</summary>
public static class CaseVisibility
{
    public static Sight Of(Caller caller, IReadOnlyCollection<string> groups, IReadOnlyCollection<string> members) =>
        members.Contains(caller.Subject, StringComparer.Ordinal) || groups.Any(caller.Groups.Contains) ? Sight.Whole
        : caller.Roles.Contains(Roles.Auditor) ? Sight.Outline
        : Sight.Nothing;

    /// <summary>The refusal of a command by somebody who may not know the case; the same as for one that is not there.</summary>
    public static Refusal? Hides(Case file, Caller caller) =>
        file.Stage == CaseStage.Unknown || Of(caller, file.Groups, file.Members) != Sight.Whole
            ? Refusal.Unknown("case-unknown", "There is no such case.")
            : null;

    /// <summary>The same rule for the database, over the columns of <c>CaseEntry</c>; placeholders are <c>^</c>.</summary>
    public const string WholeSql = "(d.data -> 'groups' ?| ^ or d.data -> 'members' ? ^)";

    public static object[] WholeArguments(Caller caller) => [caller.Groups.ToArray(), caller.Subject];
}

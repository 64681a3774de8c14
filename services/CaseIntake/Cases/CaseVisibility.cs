using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Who may know of a case.</summary>
public static class CaseVisibility
{
    /// <summary>The refusal of a command by somebody who may not know the case; the same as for one that is not there.</summary>
    public static Refusal? Hides(Case file, Caller caller) =>
        file.Stage == CaseStage.Unknown || Visibility.Of(caller, file.Groups, file.Members) != Sight.Whole
            ? Refusal.Unknown("case-unknown", "There is no such case.")
            : null;
}

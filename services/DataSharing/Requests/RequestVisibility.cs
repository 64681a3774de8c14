using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Who may know of a request.</summary>
public static class RequestVisibility
{
    /// <summary>The refusal of a command by somebody who may not know the request; the same as for one that is not there.</summary>
    public static Refusal? Hides(Request file, Caller caller) =>
        file.Stage == RequestStage.Unknown || Visibility.Of(caller, file.Groups, file.Members) != Sight.Whole
            ? Refusal.Unknown("request-unknown", "There is no such request.")
            : null;
}

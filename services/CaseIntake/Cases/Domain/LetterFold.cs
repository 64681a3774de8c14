namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>How a file changes by what happens to its letters and clocks.</summary>
internal static class LetterFold
{
    public static Case Write(Case file, LetterWritten e) =>
        file with
        {
            Letters = file.Letters.Add(new(e.LetterId, e.To, e.Kind, "written", null, e.At)),
            Between =
                e.Ask is null || file.Between.ContainsKey(e.To) ? file.Between : file.Between.Add(e.To, e.LetterId),
        };

    public static Case Take(Case file, LetterTaken e) =>
        file with
        {
            Taken = file.Taken.Add(e.LetterId),
            Between = file.Between.ContainsKey(e.From) ? file.Between : file.Between.Add(e.From, e.LetterId),
        };

    public static Case Move(Case file, LetterMoved e)
    {
        var moved = file with
        {
            Letters =
            [
                .. file.Letters.Select(l =>
                    l.Id == e.LetterId ? l with { State = e.State, Reason = e.Reason, At = e.At } : l
                ),
            ],
        };
        var stopped = e.State is LetterSteps.Rejected or LetterSteps.Refused;
        return e.Kind switch
        {
            "case.invitation" => MoveInvitation(moved, e),
            "case.joining" when stopped && file.IsUnderWay => moved with { Stage = CaseStage.Acknowledged },
            "case.lead-offer" when stopped && file.Offer?.LetterId == e.LetterId => LeadFold.ClearOffer(moved),
            "case.lead-acceptance" when stopped && file.IsLead => moved with
            {
                Role = CaseRole.Partner,
                Lead = e.To,
                Term = file.Term - 1,
            },
            _ => moved,
        };
    }

    public static Case Clock(Case file, string key, Func<Clock, Clock> change) =>
        file.Clocks.TryGetValue(key, out var clock)
            ? file with
            {
                Clocks = file.Clocks.SetItem(key, change(clock)),
            }
            : file;

    /// <summary>An offer of the lead ends with its clock; other clocks only say that somebody is late.</summary>
    public static Case Fail(Case file, ClockFailed e) =>
        e.Key is ClockKeys.LeadOffer or ClockKeys.LeadAnswer
            ? LeadFold.ClearOffer(file)
            : Clock(file, e.Key, c => c with { HasWarned = true, HasFailed = true });

    private static Case MoveInvitation(Case file, LetterMoved e)
    {
        if (!file.Partners.TryGetValue(e.To, out var partner) || partner.LetterId != e.LetterId)
        {
            return file;
        }

        partner = partner with { Basis = e.Basis ?? partner.Basis };
        if (InvitationSteps.PartnerStateOf(e.State) is { } state && partner.State < PartnerState.Acknowledged)
        {
            partner = partner with { State = state, Since = e.At };
        }

        if (partner.IsOpen || partner.State is PartnerState.Rejected or PartnerState.Refused)
        {
            partner = partner with { Reason = e.Reason, Explanation = e.Explanation };
        }

        return file with
        {
            Partners = file.Partners.SetItem(e.To, partner),
            Clocks = partner.IsOpen ? file.Clocks : file.Clocks.Remove(ClockKeys.Answer(e.To)),
        };
    }
}

/// <summary>How far an invitation is, by what the border tells of its letter.</summary>
internal static class InvitationSteps
{
    public static PartnerState? PartnerStateOf(string state) =>
        state switch
        {
            "accepted" => PartnerState.Accepted,
            "relayed" => PartnerState.Relayed,
            "relay-failed" or "delivery-failed" => PartnerState.Failed,
            "delivered" => PartnerState.Delivered,
            "retrieved" => PartnerState.Retrieved,
            LetterSteps.Rejected => PartnerState.Rejected,
            LetterSteps.Refused => PartnerState.Refused,
            _ => null,
        };
}

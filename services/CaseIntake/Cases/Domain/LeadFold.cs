namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>How a file changes while its authority leads.</summary>
internal static class LeadFold
{
    public static Case File(Case file, CaseFiled e) =>
        file with
        {
            Stage = CaseStage.Open,
            FiledAt = e.At,
            Message = e.Message,
            Tlp = e.Tlp,
            Ask = new Ask(null, Pinned: false, file.Matter, e.Assistance, e.Missing, e.Facts),
        };

    public static Case Invite(Case file, PartnerInvited e) =>
        file with
        {
            Partners = file.Partners.SetItem(
                e.Authority,
                new Partner(e.Authority, PartnerState.Requested, e.At) { Round = e.Round, LetterId = e.LetterId }
            ),
            Between = file.Between.SetItem(e.Authority, e.LetterId),
            Clocks = Start(
                file,
                ClockKeys.Answer(e.Authority),
                e.Authority,
                "invitation-answer",
                e.At,
                e.WarnAt,
                e.FailAt
            ),
        };

    public static Case Acknowledge(Case file, PartnerAcknowledged e) =>
        file with
        {
            Partners = file.Partners.SetItem(
                e.Authority,
                file.Partners[e.Authority].Turn(PartnerState.Acknowledged, e.At)
            ),
        };

    /// <summary>An answer, or what stands for one: nothing is waited for any more.</summary>
    public static Case Turn(Case file, string authority, Func<Partner, Partner> turn)
    {
        var turned = file with
        {
            Partners = file.Partners.SetItem(authority, turn(file.Partners[authority])),
            Clocks = file.Clocks.Remove(ClockKeys.Answer(authority)),
        };
        return turned.Partners[authority].IsJoined || turned.Offer?.To != authority ? turned : ClearOffer(turned);
    }

    public static Case Offer(Case file, LeadOffered e) =>
        file with
        {
            Offer = new LeadOffer(e.LetterId, file.Authority, e.To, [], e.AnswerBy),
            Clocks = Start(file, ClockKeys.LeadOffer, e.To, "lead-answer", e.At, e.AnswerBy, e.LapsesAt),
        };

    public static Case Pass(Case file, LeadPassed e) =>
        ClearOffer(file) with
        {
            Role = CaseRole.Partner,
            Lead = e.To,
            Term = file.Term + 1,
            Sequence = 0,
        };

    public static Case ClearOffer(Case file) =>
        file with
        {
            Offer = null,
            Clocks = file.Clocks.Remove(ClockKeys.LeadOffer).Remove(ClockKeys.LeadAnswer),
        };

    public static System.Collections.Immutable.ImmutableSortedDictionary<string, Clock> Start(
        Case file,
        string key,
        string on,
        string awaits,
        DateTimeOffset since,
        DateTimeOffset warnAt,
        DateTimeOffset failAt
    ) => file.Clocks.SetItem(key, new Clock(key, on, awaits, since, warnAt, failAt));
}

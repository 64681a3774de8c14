namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>How a file changes while another authority leads.</summary>
internal static class PartnerFold
{
    public static Case Receive(Case file, InvitationReceived e) =>
        LeadFold.ClearOffer(file) with
        {
            LeadClosing = null,
            SuspendedAt = null,
            Id = e.CaseId,
            Authority = e.Authority,
            Stage = CaseStage.Invited,
            Role = CaseRole.Partner,
            Lead = e.From,
            Term = e.Term,
            Sequence = 0,
            Reference = e.Reference,
            Title = e.Title,
            Matter = e.Matter,
            Groups = [.. e.Groups],
            Members = [],
            OpenedAt = file.Stage == CaseStage.Unknown ? e.At : file.OpenedAt,
            FiledAt = e.At,
            Tlp = e.Tlp,
            Message = e.Message,
            Ask = new Ask(null, Pinned: false, e.Matter, e.Assistance, e.Missing, e.Facts),
            Invitation = new(e.LetterId, e.From, e.Round, e.Message, e.ReplyBy, e.Tlp, e.Basis, e.At),
            Between = file.Between.SetItem(e.From, e.LetterId),
            Clocks = LeadFold.Start(
                file,
                ClockKeys.Acknowledgement,
                e.Authority,
                "acknowledgement",
                e.At,
                e.WarnAt,
                e.FailAt
            ),
        };

    /// <summary>What the authority answered, or what ended its part: no clock of the invitation runs on.</summary>
    public static Case Answer(Case file, CaseStage stage) =>
        LeadFold.ClearOffer(file) with
        {
            Stage = stage,
            Clocks = file.Clocks.Clear(),
        };

    /// <summary>A partner takes the list as it is; a new lead takes what its predecessor still told, not what it knows better.</summary>
    public static Case Read(Case file, RosterReceived e)
    {
        var partners = file.Partners;
        foreach (var member in e.Members.Append(e.Lead).Where(m => m != file.Authority))
        {
            if (!partners.TryGetValue(member, out var known))
            {
                partners = partners.Add(member, new Partner(member, PartnerState.Joined, e.At));
            }
            else if (!known.IsJoined && !file.IsLead)
            {
                partners = partners.SetItem(member, known.Turn(PartnerState.Joined, e.At));
            }
        }

        foreach (var gone in file.Joined.Where(j => j != e.Lead && !e.Members.Contains(j, StringComparer.Ordinal)))
        {
            // Who joined under this authority's own lead is not for the former lead to know.
            if (file.IsLead && partners[gone].Since > file.LeadSince)
            {
                continue;
            }

            partners = partners.SetItem(gone, partners[gone].Turn(PartnerState.Left, e.At));
        }

        if (file.IsLead)
        {
            return file with { Partners = partners };
        }

        return (e.Lead == file.Lead ? file : LeadFold.ClearOffer(file)) with
        {
            Partners = partners,
            Lead = e.Lead,
            Term = e.Term,
            Sequence = e.Sequence,
            PauseNumber = Math.Max(file.PauseNumber, e.Pauses),
            Stage = StageAfter(file, e.Pauses, e.IsSuspended),
            SuspendedAt =
                StageAfter(file, e.Pauses, e.IsSuspended) == CaseStage.Suspended ? file.SuspendedAt ?? e.At : null,
        };
    }

    // Notices of a pause may be overtaken by a change of lead; rosters and offers say where matters stand.
    private static CaseStage StageAfter(Case file, int pauses, bool isSuspended) =>
        !file.IsUnderWay || pauses <= file.PauseNumber ? file.Stage
        : isSuspended ? CaseStage.Suspended
        : CaseStage.Open;

    public static Case Receive(Case file, LeadOfferReceived e) =>
        file with
        {
            Offer = new LeadOffer(e.LetterId, e.From, file.Authority, e.Members, e.AnswerBy),
            PauseNumber = Math.Max(file.PauseNumber, e.Pauses),
            Stage = StageAfter(file, e.Pauses, isSuspended: false),
            Clocks = LeadFold.Start(
                file,
                ClockKeys.LeadAnswer,
                file.Authority,
                "lead-answer",
                e.At,
                e.AnswerBy,
                e.AnswerBy
            ),
        };

    public static Case Lead(Case file, LeadTaken e)
    {
        var partners = file.Partners;
        var offer = file.Offer!;
        foreach (var member in offer.Members.Append(offer.From).Where(m => m != file.Authority))
        {
            partners = partners.SetItem(
                member,
                partners.TryGetValue(member, out var known) && known.IsJoined
                    ? known
                    : (known ?? new Partner(member, PartnerState.Joined, e.At)).Turn(PartnerState.Joined, e.At)
            );
        }

        return LeadFold.ClearOffer(file) with
        {
            Role = CaseRole.Lead,
            Lead = file.Authority,
            Term = file.Term + 1,
            Sequence = 1,
            LeadBefore = offer.From,
            LeadSince = e.At,
            Partners = partners,
        };
    }
}

using CaseCoordination.CaseIntake.Cases.Letters;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests;

/// <summary>One letter of every kind.</summary>
internal static class Letters
{
    public static readonly InvitationLetter Invitation = new()
    {
        Round = 1,
        Term = 0,
        Reference = Opened.Reference,
        Title = Opened.Title,
        Matter = TheMatter.Code,
        Over = TheMatter.Over,
        FinancialInstrument = TheMatter.FinancialInstrument,
        ConductFrom = TheMatter.ConductFrom,
        ConductTo = TheMatter.ConductTo,
        Subjects = [new(SubjectId, TheSubject.Kind, TheSubject.Name, [new("lei", "529900T8BM49AURSDO55")])],
        Allegations = [new(AllegationId, TheAllegation.Text, TheAllegation.Provisions)],
        Assistance = Filed.Assistance,
        Missing = Filed.Missing,
        Facts = NoFacts,
        Message = Filed.Message,
        Tlp = "TLP:AMBER",
    };

    public static IReadOnlyDictionary<string, LetterContent> All { get; } =
        new Dictionary<string, LetterContent>(StringComparer.Ordinal)
        {
            [LetterKinds.Invitation] = Invitation with { ReplyBy = "2026-04-01" },
            [LetterKinds.Withdrawal] = new WithdrawalLetter { Term = 0, Round = 1 },
            [LetterKinds.Acknowledgement] = new AcknowledgementLetter { Round = 1 },
            [LetterKinds.Joining] = new JoiningLetter { Round = 1 },
            [LetterKinds.Declining] = new DecliningLetter
            {
                Round = 1,
                Ground = "not-needed",
                Reason = "We see no case.",
            },
            [LetterKinds.Leaving] = new LeavingLetter { Reason = "No capacity." },
            [LetterKinds.Roster] = new RosterLetter
            {
                Term = 1,
                Sequence = 2,
                Lead = Lead,
                Members = [ThePartner, Other],
                Pauses = 0,
                IsSuspended = false,
            },
            [LetterKinds.LeadOffer] = new LeadOfferLetter
            {
                Term = 0,
                Members = [ThePartner, Other],
                Pauses = 0,
                AnswerBy = WorkingDays(5),
            },
            [LetterKinds.LeadAcceptance] = new LeadAcceptanceLetter { Offer = OfferId },
            [LetterKinds.LeadRefusal] = new LeadRefusalLetter { Offer = OfferId, Reason = "No capacity." },
            [LetterKinds.Suspension] = new SuspensionLetter
            {
                Term = 0,
                Number = 1,
                Reason = "A court decides first.",
            },
            [LetterKinds.Resumption] = new ResumptionLetter { Term = 0, Number = 2 },
            [LetterKinds.Closure] = new ClosureLetter
            {
                Term = 0,
                Outcome = "settled",
                Summary = "Penalty paid.",
            },
        };
}

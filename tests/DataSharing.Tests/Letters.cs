using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Packages.Retrieval;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Packages;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests;

/// <summary>One letter of every kind.</summary>
internal static class Letters
{
    public static readonly ToldRequest Request = Told.Request(State(AskerDraft), 1);

    public static IReadOnlyDictionary<string, LetterContent> All { get; } =
        new Dictionary<string, LetterContent>(StringComparer.Ordinal)
        {
            [LetterKinds.Consultation] = Request with { Number = 2 },
            [LetterKinds.Submission] = Request with { ReplyBy = "2026-04-01", Urgent = true, Oral = true },
            [LetterKinds.ConsultationReply] = new ConsultationReplyLetter
            {
                Number = 1,
                Advice = "change",
                Comment = "Name the period.",
            },
            [LetterKinds.Confirmation] = new ConfirmationLetter { Statement = "As asked by telephone." },
            [LetterKinds.Acknowledgement] = new AcknowledgementLetter { Due = Told.Of(FirstDue) },
            [LetterKinds.ClarificationAsked] = new ClarificationAskedLetter
            {
                Number = 1,
                Question = "Which accounts?",
                Answer = Told.Of(Days(5, 10)),
                Paused = Told.Of(FirstDue),
            },
            [LetterKinds.ClarificationGiven] = new ClarificationGivenLetter { Number = 1, Reply = "Those two." },
            [LetterKinds.Acceptance] = new AcceptanceLetter { Note = "Under way.", Due = Told.Of(FirstDue) },
            [LetterKinds.PartAnswer] = new PartAnswerLetter { Number = 1, Text = "The first account." },
            [LetterKinds.Answer] = new AnswerLetter
            {
                Round = 1,
                Text = "Both accounts.",
                Packages = [PackageId],
                CloseBy = Told.Of(Days(10, 20)),
            },
            [LetterKinds.Refusal] = new RefusalLetter
            {
                Round = 1,
                Ground = "public-or-national-interest",
                Reason = "It would harm the market.",
                Citations = ["T §6"],
                Duties = ["consult"],
                CloseBy = Told.Of(Days(10, 20)),
            },
            [LetterKinds.Extension] = new ExtensionLetter { Due = Told.Of(DueIn(2, 30)), Reason = "A court decides." },
            [LetterKinds.Withdrawal] = new WithdrawalLetter { Reason = "Settled." },
            [LetterKinds.Lapse] = new LapseLetter { Cause = ClockKeys.Clarification },
            [LetterKinds.Escalation] = new EscalationLetter
            {
                Number = 1,
                Round = 1,
                Level = "heads-of-authority",
                Reason = "We disagree.",
                Answer = Told.Of(Days(5, 10)),
            },
            [LetterKinds.EscalationResult] = new EscalationResultLetter
            {
                Number = 1,
                Result = "granted",
                Statement = "We will answer.",
                Due = Told.Of(DueIn(2, 20)),
            },
            [LetterKinds.Closing] = new ClosingLetter
            {
                Timeliness = 4,
                Usefulness = 5,
                Comment = "Thank you.",
            },
            [PackageLetterKinds.Release] = PackageSamples.Manifest,
            [PackageLetterKinds.Retrieval] = new RetrievalLetter
            {
                Number = 1,
                Items =
                [
                    new ToldOutcome(1, PackageSamples.CopyHash, 600),
                    new ToldOutcome(2, Failure: RecordArrival.Corrupt),
                ],
            },
        };

    public static string Write(string kind) =>
        All[kind] switch
        {
            ToldRequest l => LetterJson.Write(l),
            ConsultationReplyLetter l => LetterJson.Write(l),
            ConfirmationLetter l => LetterJson.Write(l),
            AcknowledgementLetter l => LetterJson.Write(l),
            ClarificationAskedLetter l => LetterJson.Write(l),
            ClarificationGivenLetter l => LetterJson.Write(l),
            AcceptanceLetter l => LetterJson.Write(l),
            PartAnswerLetter l => LetterJson.Write(l),
            AnswerLetter l => LetterJson.Write(l),
            RefusalLetter l => LetterJson.Write(l),
            ExtensionLetter l => LetterJson.Write(l),
            WithdrawalLetter l => LetterJson.Write(l),
            LapseLetter l => LetterJson.Write(l),
            EscalationLetter l => LetterJson.Write(l),
            EscalationResultLetter l => LetterJson.Write(l),
            ClosingLetter l => LetterJson.Write(l),
            PackageManifest l => LetterJson.Write(l),
            RetrievalLetter l => LetterJson.Write(l),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not written here."),
        };

    public static string ReadAndWrite(string kind, string written) =>
        All[kind] switch
        {
            ToldRequest => Again<ToldRequest>(written),
            ConsultationReplyLetter => Again<ConsultationReplyLetter>(written),
            ConfirmationLetter => Again<ConfirmationLetter>(written),
            AcknowledgementLetter => Again<AcknowledgementLetter>(written),
            ClarificationAskedLetter => Again<ClarificationAskedLetter>(written),
            ClarificationGivenLetter => Again<ClarificationGivenLetter>(written),
            AcceptanceLetter => Again<AcceptanceLetter>(written),
            PartAnswerLetter => Again<PartAnswerLetter>(written),
            AnswerLetter => Again<AnswerLetter>(written),
            RefusalLetter => Again<RefusalLetter>(written),
            ExtensionLetter => Again<ExtensionLetter>(written),
            WithdrawalLetter => Again<WithdrawalLetter>(written),
            LapseLetter => Again<LapseLetter>(written),
            EscalationLetter => Again<EscalationLetter>(written),
            EscalationResultLetter => Again<EscalationResultLetter>(written),
            ClosingLetter => Again<ClosingLetter>(written),
            PackageManifest => Again<PackageManifest>(written),
            RetrievalLetter => Again<RetrievalLetter>(written),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not read here."),
        };

    private static string Again<T>(string written)
        where T : LetterContent => LetterJson.Write(LetterJson.Read<T>(written)!);
}

using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Filing without sending: would each invitation pass, by which terms, who would see it, and what would bind it.</summary>
internal static class TryFiling
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/filing/dry-run", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel)
            .WithSummary(
                "Tries a filing: allowed or not, by which terms, who will see it and what binds it. Sends and stores nothing."
            )
            .Produces<IReadOnlyList<TriedInvitation>>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        FileJointInvestigation.Body body,
        AuthoritySession session,
        Caller caller,
        LawBookCache law,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Invitees("invite", body.Invite)
            .WordsOf("assistance", body.Assistance, [.. Vocabulary.Assistance])
            .WordsOf("contentFields", body.ContentFields, [.. Vocabulary.Fields])
            .Facts("facts", body.Facts)
            .Optional("message", body.Message, 4000)
            .OneOf("tlp", body.Tlp ?? "TLP:AMBER", Shapes.Tlp)
            .ReplyBy("replyBy", body.ReplyBy);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var (file, _) = await session.LoadAsync<Case>(id, cancellation);
        if (CaseVisibility.Hides(file, caller) is not null)
        {
            return Problems.NotFound();
        }

        var now = clock.GetUtcNow();
        var known = await law.SnapshotAsync(cancellation);
        var language = LanguageOf.Answer(http);
        return Results.Ok(
            body.Invite!.Select(invitee =>
                    Try(
                        file,
                        new Invitee(invitee!.Authority!, invitee.Instrument, invitee.Pinned),
                        body,
                        known,
                        now,
                        language
                    )
                )
                .ToList()
        );
    }

    private static TriedInvitation Try(
        Case file,
        Invitee invitee,
        FileJointInvestigation.Body body,
        RegistrySnapshot known,
        DateTimeOffset now,
        Language language
    )
    {
        if (invitee.Authority == file.Authority)
        {
            return TriedInvitation.Stopped(invitee.Authority, "inviting-oneself");
        }

        if (known.BookOn(DateOnly.FromDateTime(now.UtcDateTime)).Authority(invitee.Authority) is not { } asked)
        {
            return TriedInvitation.Stopped(invitee.Authority, "authority-unknown");
        }

        // As the border will: by the law of the day it is where the asked authority is.

        var zone = TimeZoneInfo.FindSystemTimeZoneById(asked.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var book = known.BookOn(today);
        var decision = Law.Judge(book, InvitationQuestion.Of(file, invitee, body, today));
        return new TriedInvitation(
            invitee.Authority,
            LetterPassage.StopReason(decision) is null,
            LetterPassage.StopReason(decision),
            decision.Outcome.Code(),
            decision.Basis,
            [.. decision.Citations.Select(c => c.Text)],
            [.. decision.Duties],
            [.. LetterPassage.OwedFacts(decision)],
            [
                $"{invitee.Authority}: those who may see its new case",
                $"{file.Authority}: groups {string.Join(", ", file.Groups)}",
            ],
            book.Instrument(decision.Basis) is { } basis ? [.. Obligations.Of(basis)] : [],
            [.. Explain.InFull(decision, language)]
        );
    }
}

/// <summary>What would become of one invitation.</summary>
public sealed record TriedInvitation(
    string Authority,
    bool Allowed,
    string? StopReason,
    string Outcome,
    string Instrument,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Supply,
    IReadOnlyList<string> SeenBy,
    IReadOnlyList<Obligation> Obligations,
    IReadOnlyList<string> Explanation
)
{
    internal static TriedInvitation Stopped(string authority, string reason) =>
        new(authority, false, reason, "NO_BASIS", "none", [], [], [], [], [], []);
}

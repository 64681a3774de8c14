using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Letters;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;

namespace CaseCoordination.EnforcementActions.Deconfliction;

/// <summary>The lead asks authorities that do not take part whether they plan measures against the same targets.</summary>
public sealed record AskOthers(string[] Authorities)
{
    public static Decision<ActionEvent> Decide(
        CoordinatedAction current,
        AskOthers command,
        IReadOnlyDictionary<string, InquiryLaw> law,
        Turn turn
    )
    {
        if (Refuse(current, command, law) is { } refusal)
        {
            return refusal;
        }

        var sought = Sought.Of(current.Plan);
        var inquiry = new Inquiry(current.Deconfliction.Inquiries.Length + 1, command.Authorities, turn.Now);
        var content = LetterJson.Write(
            new DeconflictionLetter
            {
                Number = inquiry.Number,
                Targets = [.. sought.Targets.Select(t => new ToldSought(t.Id, t.Keys))],
                Places = [.. sought.Places],
                From = sought.From,
                Until = sought.Until,
            }
        );
        return command
            .Authorities.Select(to => new InquiryLetterWritten(
                current.Id,
                LetterIds.Of(turn.Seed, to, ActionLetterKinds.Deconfliction),
                to,
                content,
                law[to].Trigger,
                law[to].Decision.Basis,
                current.Plan.Matter,
                InquiryLaw.Kinds,
                [.. current.Groups],
                turn.By,
                turn.Now
            ))
            .Prepend<ActionEvent>(new DeconflictionAsked(inquiry, turn.By, turn.Now))
            .ToArray();
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/deconfliction", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver)
            .WithSummary("Asks authorities that do not take part whether they plan measures against the same targets.")
            .WithDescription(
                "They are told identifiers, places and times and nothing else of the action, under an instrument that lets "
                    + "it be told unasked. They answer by themselves: hit or no-hit, and for a hit whom to speak to."
            )
            .Produces<CommandResult>();

    private static Refusal? Refuse(
        CoordinatedAction file,
        AskOthers command,
        IReadOnlyDictionary<string, InquiryLaw> law
    )
    {
        if (!file.IsLead)
        {
            return Refusals.NotTheLead;
        }

        if (file.Concluded is not null)
        {
            return new Refusal("action-concluded", "The file is closed.");
        }

        foreach (var (authority, i) in command.Authorities.Select((a, i) => (a, i)))
        {
            if (authority == file.Authority || file.Plan.Names(authority))
            {
                return new Refusal(
                    "takes-part",
                    $"{authority} takes part and answers the proposal.",
                    $"authorities[{i}]"
                );
            }

            if (!law.TryGetValue(authority, out var judged))
            {
                return new Refusal("authority-unknown", $"The registry knows no {authority}.", $"authorities[{i}]");
            }

            if (judged.StopReason is { } reason)
            {
                return new Refusal(
                    "not-entitled",
                    $"No instrument lets {authority} be told of it unasked ({reason}).",
                    $"authorities[{i}]"
                );
            }
        }

        return null;
    }

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        ActionDesk desk,
        LawBookCache law,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Words("authorities", body.Authorities, 50, 50)
            .Count("authorities", body.Authorities, 1, 50);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        var authority = desk.Session.Authority;
        var calendars = await Calendars.LoadAsync(desk.Session, [authority], cancellation);
        var today = calendars.DayOf(authority, desk.NewTurn().Now);
        var book = await law.BookAsync(today, cancellation);
        var known = book.Authorities.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        var asked = Shapes.Distinct(body.Authorities);
        return await desk.DecideAsync(
            id,
            (current, turn) =>
                Decide(
                    current,
                    new(asked),
                    asked
                        .Where(known.Contains)
                        .ToDictionary(
                            code => code,
                            code => InquiryLaw.Of(book, authority, code, current.Plan.Matter, today),
                            StringComparer.Ordinal
                        ),
                    turn
                ),
            cancellation
        );
    }

    public sealed record Body(string[]? Authorities);
}

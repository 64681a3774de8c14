using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>What filing and inviting later have in common.</summary>
internal static class Invitations
{
    private const int AtOnce = 50;

    /// <summary>One invitation, letter and clock for each authority, or none at all.</summary>
    public static Decision<CaseEvent> Decide(
        Case current,
        IReadOnlyList<Invitee> invitees,
        string? replyBy,
        Turn turn,
        Calendars calendars,
        CaseSettings settings
    )
    {
        var events = new List<CaseEvent>();
        foreach (var (invitee, i) in invitees.Select((x, i) => (x, i)))
        {
            if (Refuse(current, invitee, calendars) is { } refusal)
            {
                return refusal with { Field = $"invite[{i}].authority" };
            }

            foreach (var @event in Invite(current, invitee, replyBy, turn, calendars, settings))
            {
                current = current.Evolve(@event);
                events.Add(@event);
            }
        }

        return events.ToArray();
    }

    public static Shape Invitees(this Shape shape, string field, IReadOnlyList<InviteeInput?>? invitees)
    {
        shape.Count(field, invitees, 1, AtOnce);
        foreach (var (invitee, i) in (invitees ?? []).Take(AtOnce).Select((x, i) => (x, i)))
        {
            shape
                .Text($"{field}[{i}].authority", invitee?.Authority, 50)
                .Optional($"{field}[{i}].instrument", invitee?.Instrument, 100)
                .Must(
                    invitee is not { Pinned: true, Instrument: null },
                    $"{field}[{i}].instrument",
                    "required",
                    "Name the instrument that alone may be used, or leave out pinned."
                );
        }

        return shape;
    }

    private static Refusal? Refuse(Case current, Invitee invitee, Calendars calendars) =>
        invitee.Authority == current.Authority ? new Refusal("inviting-oneself", "This authority leads; invite others.")
        : current.Partners.TryGetValue(invitee.Authority, out var known) && Stands(known)
            ? new Refusal("invited-twice", $"{invitee.Authority} is invited already, or has joined.")
        : !calendars.Knows(invitee.Authority)
            ? new Refusal("authority-unknown", $"The registry knows no authority {invitee.Authority}.")
        : null;

    // What failed on its way may still arrive for days, so it is withdrawn before it is repeated.
    private static bool Stands(Partner partner) => partner.IsOpen || partner.IsJoined;

    private static IEnumerable<CaseEvent> Invite(
        Case current,
        Invitee invitee,
        string? replyBy,
        Turn turn,
        Calendars calendars,
        CaseSettings settings
    )
    {
        var round = (current.Partners.GetValueOrDefault(invitee.Authority)?.Round ?? 0) + 1;
        var letter = Outbound.Write(
            current,
            invitee.Authority,
            LetterKinds.Invitation,
            Tell(current, round, replyBy),
            turn,
            current.Ask! with
            {
                Instrument = invitee.Instrument,
                Pinned = invitee.Pinned,
            },
            reliesOn: null
        );
        yield return new PartnerInvited(
            invitee.Authority,
            round,
            letter.LetterId,
            invitee.Instrument,
            invitee.Pinned,
            replyBy,
            calendars.After(invitee.Authority, turn.Now, settings.InvitationWarnDays),
            calendars.After(invitee.Authority, turn.Now, settings.InvitationFailDays),
            turn.By,
            turn.Now
        );
        yield return letter;
    }

    private static InvitationLetter Tell(Case current, int round, string? replyBy) =>
        new()
        {
            Round = round,
            Term = current.Term,
            Reference = current.Reference,
            Title = current.Title,
            Matter = current.Matter.Code,
            Over = current.Matter.Over,
            FinancialInstrument = current.Matter.FinancialInstrument,
            ConductFrom = current.Matter.ConductFrom,
            ConductTo = current.Matter.ConductTo,
            Subjects =
            [
                .. current.Subjects.Select(s => new ToldSubject(
                    s.Id,
                    s.Kind,
                    s.Name,
                    [.. s.Identifiers.Select(i => new ToldIdentifier(i.Scheme, i.Value))]
                )),
            ],
            Allegations = [.. current.Allegations.Select(a => new ToldAllegation(a.Id, a.Text, a.Provisions))],
            Assistance = current.Ask!.Assistance,
            Missing = current.Ask.Missing,
            Facts = current.Ask.Facts,
            Message = current.Message,
            ReplyBy = replyBy,
            Tlp = current.Tlp,
        };
}

using System.Text.Json;
using System.Text.RegularExpressions;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Proposals;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using CaseCoordination.TreatyText;
using Instrument = CaseCoordination.TreatyRegistry.Instruments.Domain.Instrument;

namespace CaseCoordination.TreatyRegistry.Instruments;

/// <summary>A registrar proposes a version of an instrument's terms, as YAML text or as JSON.</summary>
public static partial class ProposePublication
{
    /// <summary>The terms as YAML in <c>text</c> or as JSON in <c>terms</c>, the same words in either.</summary>
    public sealed record Body
    {
        /// <summary>First day on which they decide.</summary>
        public string? EffectiveFrom { get; init; }

        public string? Reason { get; init; }
        public string? Text { get; init; }
        public JsonElement? Terms { get; init; }
    }

    public static Decision<InstrumentEvent> Decide(
        Instrument current,
        PublicationProposed proposed,
        string? contradiction,
        DateOnly today
    ) =>
        FourEyes.Propose<InstrumentEvent, InstrumentChange>(
            current.Proposals,
            proposed.ProposalId,
            proposed,
            () =>
                PublishTerms.Decide(
                    current,
                    proposed.Change,
                    contradiction,
                    today,
                    new ChangeSource(proposed.By, null, proposed.ProposalId, null, proposed.At)
                )
        );

    public static Guid Stream(string id) => DeterministicId.Of("instrument", id);

    /// <summary>What would be published, from terms that were read without a problem.</summary>
    public static InstrumentChange Change(TreatyLaw.Instrument terms, DateOnly effectiveFrom) =>
        new()
        {
            InstrumentId = terms.Id,
            EffectiveFrom = effectiveFrom,
            ContentHash = terms.ContentHash,
            Title = terms.Title,
            Edition = terms.Edition,
            Binding = terms.Binding,
            Terms = terms.CanonicalText,
        };

    internal static void Map(IEndpointRouteBuilder instruments) =>
        instruments
            .MapPost("/{id}/proposals", HandleAsync)
            .RequireRoles(Roles.Registrar)
            .WithSummary("Proposes terms of a new or existing instrument from a day on; another registrar approves.")
            .Creates(MakeProposal.Address);

    private static async Task<IResult> HandleAsync(
        string id,
        Body body,
        AuthoritySession session,
        RegisterLaw law,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var shape = new Shape()
            .Must(Id().IsMatch(id), "id", "id-malformed", "Small letters, digits and hyphens, such as iosco-mmou.")
            .Text("reason", body.Reason, 2000)
            .Date("effectiveFrom", body.EffectiveFrom)
            .Must((body.Text is null) != (body.Terms is null), "terms", "one-of", "Give either 'text' or 'terms'.");
        var terms = shape.IsWrong ? null : Read(id, body, shape);
        if (terms is null || shape.IsWrong)
        {
            return shape.Problem();
        }

        var change = Change(terms, IsoDate.Read(body.EffectiveFrom!));
        var contradiction = await law.ContradictionAsync(session, change, cancellation);
        var proposed = new PublicationProposed(
            Guid.CreateVersion7(now),
            change,
            change.EffectiveFrom,
            now,
            body.Reason!,
            caller.Subject,
            now
        );
        return await session.ProposeAsync<Instrument, InstrumentEvent>(
            Stream(id),
            proposed.ProposalId,
            current => Decide(current, proposed, contradiction, DateOnly.FromDateTime(now.UtcDateTime)),
            cancellation
        );
    }

    private static TreatyLaw.Instrument? Read(string id, Body body, Shape shape)
    {
        try
        {
            var terms = body.Text is { } text
                ? LawFolder.ReadInstrument(text, "text")
                : InstrumentJson.Read(body.Terms!.Value.GetRawText(), "terms");
            shape.Must(terms.Id == id, "treaty", "id-differs", $"The terms say '{terms.Id}', the address '{id}'.");
            return terms;
        }
        catch (LawTextException wrong)
        {
            foreach (var problem in wrong.Problems)
            {
                shape.Wrong(problem.Place.ToString(), "law-text", problem.ToString());
            }

            return null;
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}

using System.Text.Json;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Instruments;

/// <summary>An instrument's terms, readable, with what each rests on.</summary>
internal static class ShowInstrument
{
    public static void Map(IEndpointRouteBuilder instruments)
    {
        instruments
            .MapGet("/{id}", InForceAsync)
            .WithSummary("The terms that decide today, or on the day named by 'on', with citations, hash and edition.")
            .Produces<Answer>();
        instruments
            .MapGet("/{id}/versions/{hash}", VersionAsync)
            .WithSummary("A version of the terms by the hash of its content, whether or not it still decides.")
            .Produces<Answer>();
    }

    /// <summary>One version of an instrument, with all its publications.</summary>
    public sealed record Answer
    {
        public required string Id { get; init; }
        public required string Title { get; init; }
        public required string Edition { get; init; }

        /// <summary>Law, as against a statement of intent.</summary>
        public required bool Binding { get; init; }

        public required string ContentHash { get; init; }
        public required IReadOnlyList<TermAnswer> Terms { get; init; }

        /// <summary>Which version decides from which day on, the earliest first.</summary>
        public required IReadOnlyList<PublicationView> Publications { get; init; }

        /// <summary>The canonical text whose SHA-256 is the content hash.</summary>
        public required string CanonicalText { get; init; }
    }

    /// <summary>One term: what it rests on, how sure its reading is, and what it says.</summary>
    public sealed record TermAnswer(
        string Id,
        string Kind,
        IReadOnlyList<string> Cites,
        string Mark,
        string? Note,
        DateOnly? From,
        DateOnly? To,
        JsonElement Says
    );

    private static async Task<IResult> InForceAsync(
        string id,
        HttpContext http,
        AuthoritySession session,
        RegisterLaw law,
        TimeProvider clock,
        CancellationToken cancellation,
        DateOnly? on = null
    )
    {
        var day = on ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var view = await session.Documents.LoadAsync<InstrumentView>(id, cancellation);
        return view?.On(day) is { } publication
            ? await AnswerAsync(http, session, law, view, publication.ContentHash, cancellation)
            : Problems.NotFound();
    }

    private static async Task<IResult> VersionAsync(
        string id,
        string hash,
        HttpContext http,
        AuthoritySession session,
        RegisterLaw law,
        CancellationToken cancellation
    ) =>
        await session.Documents.LoadAsync<InstrumentView>(id, cancellation) is { } view
            ? await AnswerAsync(http, session, law, view, hash, cancellation)
            : Problems.NotFound();

    private static async Task<IResult> AnswerAsync(
        HttpContext http,
        AuthoritySession session,
        RegisterLaw law,
        InstrumentView view,
        string hash,
        CancellationToken cancellation
    )
    {
        if (await session.Documents.LoadAsync<TermsView>(TermsView.Key(view.Id, hash), cancellation) is not { } terms)
        {
            return Problems.NotFound();
        }

        var instrument = law.Parse(hash, terms.Terms);
        var answer = new Answer
        {
            Id = instrument.Id,
            Title = instrument.Title,
            Edition = instrument.Edition,
            Binding = instrument.Binding,
            ContentHash = instrument.ContentHash,
            Terms = [.. instrument.Terms.Select(Read)],
            Publications = view.Publications,
            CanonicalText = instrument.CanonicalText,
        };
        return Tagged.Ok(http, answer, view.Version);
    }

    private static TermAnswer Read(Term term)
    {
        using var json = JsonDocument.Parse(CanonicalJson.Write(term.Source));
        return new TermAnswer(
            term.Id,
            term.Kind,
            term.Cites,
            term.Mark,
            term.Note,
            term.From,
            term.To,
            json.RootElement.Clone()
        );
    }
}

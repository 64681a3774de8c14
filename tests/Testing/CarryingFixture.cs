using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.TreatyLaw;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.Testing;

/// <summary>A service with a border that does nothing but carry: whatever is dispatched is told as accepted and delivered.</summary>
public abstract class CarryingFixture<TProgram>(string service) : ServiceFixture<TProgram>(service)
    where TProgram : class
{
    private readonly HashSet<Guid> _carried = [];

    public MovableClock Clock { get; } = new();

    /// <summary>Letters that are on their way and do not arrive yet.</summary>
    public Func<DispatchLetter, bool> IsUnderway { get; set; } = _ => false;

    public IReadOnlyList<RouteEndpoint> RoutesOf(params string[] paths) =>
        [.. Routes.Where(r => paths.Any(p => r.RoutePattern.RawText!.StartsWith(p, StringComparison.Ordinal)))];

    /// <summary>Carries every letter dispatched so far that was not carried yet.</summary>
    public async Task CarryAsync(int times = 1)
    {
        var letters = Bus.Heard<DispatchLetter>().Where(l => !IsUnderway(l) && _carried.Add(l.LetterId)).ToList();
        foreach (var letter in letters)
        {
            await TellAsync(letter, LetterStates.Accepted);
            for (var i = 0; i < times; i++)
            {
                await DeliverAsync(letter);
            }

            await TellAsync(letter, LetterStates.Delivered);
        }
    }

    /// <summary>Waits until a letter of this kind in this matter was dispatched, then carries what there is.</summary>
    public async Task CarryAsync(Guid matter, string kind, string? to = null)
    {
        await DispatchedAsync(matter, kind, to);
        await CarryAsync();
    }

    public async Task<DispatchLetter> DispatchedAsync(Guid matter, string kind, string? to = null) =>
        (
            await Eventually.GetAsync(
                () =>
                    Task.FromResult(
                        Bus.Heard<DispatchLetter>()
                            .LastOrDefault(l =>
                                l.ConversationId == matter
                                && l.Kind == kind
                                && (to is null || l.Recipient == to)
                                && !_carried.Contains(l.LetterId)
                            )
                    ),
                l => l is not null,
                $"{kind} to {to ?? "anybody"}"
            )
        )!;

    public Task DeliverAsync(DispatchLetter letter, Guid? messageId = null) =>
        Bus.SayAsync(
            new LetterDelivered
            {
                LetterId = letter.LetterId,
                Sender = letter.Sender,
                Recipient = letter.Recipient,
                Kind = letter.Kind,
                ConversationId = letter.ConversationId,
                Basis = BasisOf(letter),
                Content = letter.Content,
                SubmittedAt = letter.SubmittedAt,
                DeliveredAt = Clock.GetUtcNow(),
            },
            $"{letter.Recipient}.{TopicOf(letter)}",
            messageId
        );

    public Task TellAsync(DispatchLetter letter, string state, string? reason = null) =>
        Bus.SayAsync(
            new LetterProgressed
            {
                LetterId = letter.LetterId,
                Sender = letter.Sender,
                Recipient = letter.Recipient,
                Kind = letter.Kind,
                ConversationId = letter.ConversationId,
                State = state,
                At = Clock.GetUtcNow(),
                Reason = reason,
                Basis = BasisOf(letter),
            },
            $"{letter.Sender}.{TopicOf(letter)}"
        );

    /// <summary>Tells the service of an authority.</summary>
    protected Task SayAuthorityAsync(string code) =>
        Bus.SayAsync(
            new AuthorityRegistered
            {
                Code = code,
                Revision = 1,
                Name = code,
                Jurisdiction = code.Split('-')[0],
                Kind = "securities-regulator",
                TimeZone = "Europe/Zurich",
            },
            Announcement.Everyone
        );

    /// <summary>Tells the service of an instrument and of those who are full parties to it.</summary>
    protected async Task SayInstrumentAsync(Instrument instrument, IEnumerable<string> parties)
    {
        await Bus.SayAsync(
            new InstrumentPublished
            {
                InstrumentId = instrument.Id,
                Revision = 1,
                ContentHash = instrument.ContentHash,
                EffectiveFrom = "2020-01-01",
                Terms = instrument.CanonicalText,
            },
            Announcement.Everyone
        );
        foreach (var code in parties)
        {
            await Bus.SayAsync(
                new ParticipationRecorded
                {
                    Authority = code,
                    InstrumentId = instrument.Id,
                    Revision = 1,
                    Status = "full",
                    From = "2020-01-01",
                },
                Announcement.Everyone
            );
        }
    }

    /// <summary>The decision that the border gives a letter.</summary>
    protected abstract LegalBasis BasisOf(DispatchLetter letter);

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);

    private static string TopicOf(DispatchLetter letter) => letter.Kind.Split('.')[0];
}

using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.AccessPoint.Tests;

/// <summary>
/// XA-SMA and XB-DAC on a node each. The test is the mail between them, so that it decides when a letter arrives, and each node
/// has its own copy of the law.
/// </summary>
public sealed class TwoBorders : IAsyncLifetime
{
    public const string Sender = "XA-SMA";
    public const string Recipient = "XB-DAC";

    public AccessPointFixture Here { get; } = new() { Hosts = [Sender] };

    public AccessPointFixture There { get; } = new() { Hosts = [Recipient] };

    public async ValueTask InitializeAsync()
    {
        await Here.InitializeAsync();
        await There.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Here.DisposeAsync();
        await There.DisposeAsync();
    }

    /// <summary>Both nodes hear the registry.</summary>
    public async Task TeachAsync(string terms)
    {
        await Here.TeachAsync(terms);
        await There.TeachAsync(terms);
    }

    /// <summary>Dispatches, and waits until the letter has left; it arrives when it is carried.</summary>
    public Task<Letter> SendAsync(LegalQuestion question) =>
        SendAsync(AccessPointFixture.Dispatch(Sender, Recipient, question));

    public async Task<Letter> SendAsync(DispatchLetter dispatch)
    {
        await Here.Bus.SayAsync(dispatch, Sender);
        return (
            await Eventually.GetAsync(
                () => Task.FromResult(Here.Bus.Heard<Letter>().SingleOrDefault(l => l.LetterId == dispatch.LetterId)),
                l => l is not null,
                "the letter to leave"
            )
        )!;
    }

    /// <summary>Carries a letter there and its receipt back; its life as each side's auditor sees it.</summary>
    public async Task<(LetterLife Sent, LetterLife Received)> CarryAsync(Letter letter, string state)
    {
        await There.Bus.SayAsync(letter, Recipient);
        var received = await There.LifeInAsync(Recipient, letter.LetterId, state);
        var receipt = await Eventually.GetAsync(
            () => Task.FromResult(There.Bus.Heard<LetterReceipt>().SingleOrDefault(r => r.LetterId == letter.LetterId)),
            r => r is not null,
            "the receipt"
        );
        await Here.Bus.SayAsync(receipt!, Sender);
        return (await Here.LifeInAsync(Sender, letter.LetterId, state), received);
    }

    /// <summary>A letter as an auditor of a node reads it in these languages.</summary>
    public static async Task<(string Body, HttpResponseMessage Answer)> ReadAsync(
        AccessPointFixture node,
        Guid letter,
        string? languages
    )
    {
        using var auditor = node.As(node.Hosts[0], "auditor", [Roles.Auditor]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/letters/{letter}");
        if (languages is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        }

        var answer = await auditor.SendAsync(request);
        return (await answer.Content.ReadAsStringAsync(), answer);
    }
}

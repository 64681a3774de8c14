using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CaseCoordination.DataSharing.Handover;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Releases a package: the manifest goes by letter, the contents wait to be fetched with the key in it.</summary>
/// <param name="Key">256 random bits; in the letter alone.</param>
/// <param name="ReliesOn">The letter of the request that it answers.</param>
public sealed record ReleasePackage(string Key, Guid? ReliesOn)
{
    public static Decision<PackageEvent> Decide(
        Package current,
        ReleasePackage command,
        ReleaseLaw law,
        Turn turn,
        PackageSettings settings
    )
    {
        if (current is { Side: PackageSide.Sender, Release: not null })
        {
            return new NoChange();
        }

        if (ReleaseRules.OfContents(current, law) is { } refusal)
        {
            return refusal;
        }

        if (current.Approval is null && ReleaseRules.NeedsApproval(current, settings.Approval))
        {
            return new Refusal("approval-missing", "A second person has to approve this package before it goes.");
        }

        var letter = PackageOutbound.IdOf(current, PackageLetterKinds.Release, turn);
        var until = turn.Now + settings.RetrieveWithin;
        return new PackageEvent[]
        {
            new PackageReleased(HashOf(command.Key), until, letter, turn.By, turn.Now),
            PackageOutbound.Release(
                current,
                letter,
                PackageTold.Manifest(current, command.Key, until),
                command.ReliesOn,
                turn
            ),
        };
    }

    /// <summary>A new key: whose it is, so that its node finds the file, and 256 random bits.</summary>
    public static string NewKey(string authority) =>
        $"{authority}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    internal static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapPost("/{id:guid}/release", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward)
            .WithSummary("Releases a package to its recipient: the manifest by letter, the contents to be fetched.")
            .WithDescription(
                "Refused until every content is here, what may not go is left out, and a second person has approved where the "
                    + "rule asks for it."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, PackageDesk desk, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        if (file.Side != PackageSide.Sender)
        {
            return Problems.From(ReleaseRules.NotTheSender);
        }

        if (await HeldItems.BlockedAsync(desk.Session, file, cancellation) is { } blocked)
        {
            return Problems.From(blocked);
        }

        var (request, law) = await desk.AskAsync(file, cancellation);
        var command = new ReleasePackage(NewKey(desk.Session.Authority), request?.Tie);
        return await desk.DecideAsync(
            id,
            (current, turn) => Decide(current, command, law, turn, desk.Settings),
            cancellation
        );
    }
}

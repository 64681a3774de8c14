using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Packages.Items;

/// <summary>
/// Leaves fields of an item out for this recipient: those named, and those with personal data where the purpose or the instrument
/// does not allow it. The copy is a content of its own; the original is not altered.
/// </summary>
/// <param name="Original">SHA-256 of the content that was filtered.</param>
/// <param name="Withheld">What was left out; nothing for the original itself.</param>
/// <param name="Copy">The content that goes.</param>
public sealed record FilterItem(int Number, string Original, string[] Withheld, ContentFacts Copy)
{
    public static Decision<PackageEvent> Decide(Package current, FilterItem command, Turn turn)
    {
        if (Refuse(current, command.Number, command.Withheld) is { } refusal)
        {
            return refusal;
        }

        var item = current.Find(command.Number)!;
        return item.Sha256 != command.Original
                ? new Refusal("content-changed", "The content was replaced meanwhile; filter it again.")
            : (item.Rendition?.Withheld ?? []).SequenceEqual(command.Withheld, StringComparer.Ordinal) ? new NoChange()
            : new ItemFiltered(
                command.Number,
                command.Withheld,
                command.Copy.Size,
                command.Copy.Sha256,
                turn.By,
                turn.Now
            );
    }

    /// <summary>Everything that has to be left out, in order.</summary>
    public static string[] WithheldOf(Item item, string[] leaveOut, bool givesPersonalData)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Shapes.Distinct(givesPersonalData ? leaveOut : [.. leaveOut, .. item.PersonalFields]);
    }

    private static Refusal? Refuse(Package current, int number, string[] withheld) =>
        ReleaseRules.OfPreparation(current) is { } refusal ? refusal
        : current.Find(number) is not { } item ? StoreContent.Unknown
        : !item.IsStored ? new Refusal("content-missing", "Upload the content first.")
        : withheld.Length > 0 && !FieldFilter.Handles(item.MediaType)
            ? new Refusal(
                "not-filterable",
                "Fields can be left out of CSV, JSON and one JSON value a line; leave the item out or replace it."
            )
        : null;

    internal static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapPost("/{id:guid}/items/{number:int}/filter", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward, Roles.System)
            .WithSummary("Leaves fields of an item out for this recipient; the original stays as it is.")
            .WithDescription(
                "`leaveOut` names columns of CSV, or members of JSON such as `buyer.name`; one that no record has is an error. "
                    + "Fields with personal data are left out besides, unless the package has a `personalDataReason` and the "
                    + "instrument gives personal data. An empty list undoes what was left out before."
            )
            .Produces<CommandResult>()
            .ProducesProblem(422);

    private static async Task<IResult> HandleAsync(
        Guid id,
        int number,
        Body body,
        PackageDesk desk,
        Vault vault,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Words("leaveOut", body.LeaveOut, 200, 300);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync(id, cancellation) is not { } file || file.Find(number) is not { } item)
        {
            return Problems.NotFound();
        }

        var (_, law) = await desk.AskAsync(file, cancellation);
        var withheld = WithheldOf(item, body.LeaveOut ?? [], ReleaseRules.MayGivePersonalData(file, law));
        if (Refuse(file, number, withheld) is { } refusal)
        {
            return Problems.From(refusal);
        }

        try
        {
            var copy = await CopyAsync(vault, desk.Session.Authority, item, withheld, cancellation);
            var command = new FilterItem(number, item.Sha256!, withheld, copy);
            return await desk.DecideAsync(id, (current, turn) => Decide(current, command, turn), cancellation);
        }
        catch (UnfilterableException e)
        {
            return Problems.Of(422, e.Code, e.Message, "leaveOut");
        }
    }

    private static async Task<ContentFacts> CopyAsync(
        Vault vault,
        string authority,
        Item item,
        string[] withheld,
        CancellationToken cancellation
    )
    {
        if (withheld.Length == 0)
        {
            return new ContentFacts(item.Size, item.Sha256!);
        }

        await using var original =
            vault.Open(authority, item.Sha256!)
            ?? throw new FileNotFoundException("A stored content is not in the vault.");
        return await vault.KeepAsync(
            authority,
            (to, ct) => FieldFilter.CopyAsync(item.MediaType, original, to, withheld, ct),
            cancellation
        );
    }

    public sealed record Body(string[]? LeaveOut);
}

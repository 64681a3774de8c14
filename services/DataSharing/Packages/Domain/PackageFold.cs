using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Packages.Domain;

/// <summary>How a file changes by what either side does about the package.</summary>
internal static class PackageFold
{
    public static Package Prepare(Package file, PackagePrepared e) =>
        file with
        {
            Id = e.PackageId,
            SetId = e.SetId,
            Authority = e.Authority,
            Side = PackageSide.Sender,
            Other = e.To,
            Reference = e.Reference,
            Request = e.Request,
            Occasion = e.Occasion,
            Title = e.Title,
            Conditions = e.Conditions,
            PersonalDataReason = e.PersonalDataReason,
            Groups = [.. e.Groups],
            Members = [.. e.Members],
            Preparers = file.Preparers.Add(e.By),
            OpenedAt = e.At,
        };

    /// <summary>Whoever changes what goes out is a preparer, and what was approved before is not this any more.</summary>
    public static Package Change(Package file, string by) =>
        file with
        {
            Preparers = file.Preparers.Add(by),
            Approval = null,
        };

    public static Package Add(Package file, ItemAdded e) =>
        Change(file, e.By) with
        {
            LastNumber = e.Number,
            Items = file.Items.Add(
                new Item(
                    e.Number,
                    e.Name,
                    e.MediaType,
                    e.Size,
                    e.Sha256,
                    e.Category,
                    e.Tlp,
                    e.Handling,
                    e.PersonalData,
                    e.PersonalFields,
                    e.Originator,
                    e.Source,
                    e.Chain
                )
                {
                    Holding = e.Holding,
                }
            ),
        };

    public static Package Replace(Package file, string by, int number, Func<Item, Item> change) =>
        Change(file, by) with
        {
            Items = [.. file.Items.Select(i => i.Number == number ? change(i) : i)],
        };

    public static Package Receive(Package file, PackageReceived e) =>
        file with
        {
            Id = e.PackageId,
            SetId = e.PackageId,
            Authority = e.Authority,
            Side = PackageSide.Recipient,
            Other = e.From,
            Reference = e.Reference,
            TheirReference = e.TheirReference,
            Request = e.Request,
            Title = e.Title,
            Conditions = e.Conditions,
            Obligations = [.. e.Obligations],
            Basis = e.Basis,
            Groups = [.. e.Groups],
            Shared = [.. e.Items],
            Arrivals = [.. e.Items.Select(i => new Arrival(i.Number))],
            Pass = e.Pass,
            RetrieveBy = e.RetrieveBy,
            ReleaseLetter = e.LetterId,
            OpenedAt = e.At,
        };

    public static Package Arrive(Package file, int number, Func<Arrival, Arrival> change) =>
        file with
        {
            Arrivals = [.. file.Arrivals.Select(a => a.Number == number ? change(a) : a)],
        };

    public static Package Tell(Package file, Report report) =>
        file with
        {
            Reports = [.. file.Reports.Where(r => r.Number != report.Number).Append(report).OrderBy(r => r.Number)],
        };

    public static Package Move(Package file, PackageLetterMoved e)
    {
        var moved = file with
        {
            Letters =
            [
                .. file.Letters.Select(l =>
                    l.Id == e.LetterId ? l with { State = e.State, Reason = e.Reason, At = e.At } : l
                ),
            ],
        };
        if (LetterSteps.IsStopped(e.State))
        {
            return Undo(moved, e);
        }

        var isThere = LetterSteps.RankOf(e.State) >= LetterSteps.RankOf(LetterSteps.Delivered);
        return moved.Release is { } release && release.LetterId == e.LetterId
            ? moved with
            {
                Basis = e.Basis ?? moved.Basis,
                Release = isThere && release.DeliveredAt is null ? release with { DeliveredAt = e.At } : release,
            }
            : moved;
    }

    /// <summary>What a stopped letter would have told did not take place: the other side never learns of it.</summary>
    private static Package Undo(Package file, PackageLetterMoved e) =>
        file.Release is { } release && release.LetterId == e.LetterId
            ? file with
            {
                Release = null,
                RetrieveBy = null,
                ReleaseLetter = null,
                Stop = new Stop(e.Reason, e.Explanation, e.At),
            }
            : file with
            {
                Reports = file.Reports.RemoveAll(r => r.LetterId == e.LetterId),
            };
}

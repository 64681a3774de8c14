using System.Text.Json;
using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Inbound;
using CaseCoordination.DataSharing.Packages.Retrieval;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using static CaseCoordination.DataSharing.Tests.Packages.PackageSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>
/// The sender releases, the recipient fetches, fails, gives up and tries again at random, while letters between them are doubled,
/// delayed and reordered: once all have arrived, both files say the same of the package.
/// </summary>
public sealed class PackageConvergenceTests
{
    [Fact]
    public void Both_files_agree_whatever_happened_to_the_letters_between()
    {
        var ends = new Dictionary<PackageStage, int>();
        for (var seed = 1; seed <= 2000; seed++)
        {
            var world = new World(seed);
            world.Run(steps: 60);
            world.Settle();
            world.Agree();
            ends[world.Stage] = ends.GetValueOrDefault(world.Stage) + 1;
        }

        // The runs are worth little if they rarely end in either way.
        Assert.All(
            (PackageStage[])[PackageStage.Retrieved, PackageStage.RetrievalFailed],
            stage => Assert.True(ends.GetValueOrDefault(stage) > 20, $"{stage}: {ends.GetValueOrDefault(stage)}")
        );
    }

    private sealed class World(int seed)
    {
        private readonly Dictionary<string, Package> _files = new(StringComparer.Ordinal)
        {
            [Sender] = Of([.. Ready, Approved]),
            [Recipient] = new(),
        };
        private readonly List<ReceivedLetter> _underWay = [];
        private readonly Random _random = new(seed);
        private DateTimeOffset _now = Noon;
        private int _acts;

        public PackageStage Stage => _files[Recipient].Stage;

        public void Run(int steps)
        {
            Act(Sender, (f, t) => ReleasePackage.Decide(f, new(Key, SubmissionId), ReleaseLaw.Open, t, Rules));
            for (var i = 0; i < steps; i++)
            {
                _now = _now.AddHours(_random.Next(24));
                if (_random.Next(3) == 0)
                {
                    DeliverOne(keep: _random.Next(3) == 0);
                }
                else
                {
                    RecipientActs();
                }
            }
        }

        public void Settle()
        {
            for (var idle = 0; idle < 100 && _underWay.Count > 0; )
            {
                idle = DeliverOne(keep: false) ? 0 : idle + 1;
            }

            Assert.True(_underWay.Count == 0, $"seed {seed}: still waiting");
            Act(
                Sender,
                (f, _) =>
                    RecordPackageProgress.Decide(
                        f,
                        new(f.Release!.LetterId, Recipient, "package.release", "delivered", null, null, TheBasis, _now)
                    )
            );
        }

        public void Agree() =>
            Assert.True(
                SaidOf(_files[Sender]) == SaidOf(_files[Recipient]),
                $"seed {seed}:\n{SaidOf(_files[Sender])}\n{SaidOf(_files[Recipient])}"
            );

        private static string SaidOf(Package file) =>
            JsonSerializer.Serialize(
                new
                {
                    file.Stage,
                    file.Title,
                    file.Conditions,
                    Items = file.Outgoing,
                    file.RetrieveBy,
                    file.Request,
                    file.Reports,
                }
            );

        private void RecipientActs()
        {
            var number = _random.Next(1, 3);
            switch (_random.Next(10))
            {
                case 0 or 1:
                    Act(Recipient, (f, t) => RecordArrival.Retrieved(f, number, t));
                    break;
                case 2 or 3 or 4:
                    Act(
                        Recipient,
                        (f, t) => RecordArrival.Differs(f, number, new ContentFacts(1, Hash), Rules.CorruptTries, t)
                    );
                    break;
                case 5 or 6:
                    Act(Recipient, RetryRetrieval.Decide);
                    break;
                default:
                    foreach (var clock in PassPackageClock.Running(_files[Recipient]).Where(c => c.FailAt <= _now))
                    {
                        Act(
                            Recipient,
                            (f, t) =>
                                PassPackageClock.Decide(
                                    f,
                                    new(f.Id, clock.Key, DeadlineStage.Fail, clock.FailAt),
                                    t.Now
                                )
                        );
                    }

                    break;
            }
        }

        private void Act(string code, Func<Package, Turn, Decision<PackageEvent>> decide)
        {
            if (_files[code].Stage == PackageStage.Unknown)
            {
                return;
            }

            var act = Guid.Parse($"019cae00-0000-7000-a000-{++_acts:000000000000}");
            if (decide(_files[code], new Turn(code, act, _now)) is Events<PackageEvent> { Happened: var happened })
            {
                Record(code, happened);
            }
        }

        private bool DeliverOne(bool keep)
        {
            if (_underWay.Count == 0)
            {
                return false;
            }

            var at = _random.Next(_underWay.Count);
            var letter = _underWay[at];
            var decision = ReadPackageLetter.Decide(_files[letter.Recipient], letter, Intake(_now));
            if (decision is Refused<PackageEvent>)
            {
                return false;
            }

            if (!keep)
            {
                _underWay.RemoveAt(at);
            }

            if (decision is Events<PackageEvent> { Happened: var happened })
            {
                Record(letter.Recipient, happened);
            }

            return true;
        }

        private void Record(string code, IReadOnlyList<PackageEvent> happened)
        {
            _files[code] = Fold.Onto(_files[code], happened);
            foreach (var written in happened.OfType<PackageLetterWritten>())
            {
                Assert.True(
                    written.Occasion is null != written.ReliesOn is null,
                    $"seed {seed}: {written.Kind} rests on nothing"
                );
                _underWay.Add(
                    new ReceivedLetter(
                        written.LetterId,
                        code,
                        written.To,
                        written.Kind,
                        PackageId,
                        written.Content,
                        TheBasis,
                        written.At
                    )
                );
            }
        }
    }
}

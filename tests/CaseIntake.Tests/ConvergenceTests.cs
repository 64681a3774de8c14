using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Inbound;
using CaseCoordination.Decider;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests;

/// <summary>
/// Four authorities act at random while letters between them are doubled and reordered at random: once all have arrived, all
/// files agree on who leads, who is in and whether the investigation is suspended.
/// </summary>
public sealed class ConvergenceTests
{
    private static readonly string[] Codes = [Lead, ThePartner, Other, "MSB-KNA"];

    [Fact]
    public void All_files_agree_whatever_happened_to_the_letters_between()
    {
        var handovers = 0;
        for (var seed = 1; seed <= 6000; seed++)
        {
            var world = new World(seed);
            world.Run(steps: 400);
            world.Settle();
            world.Agree();
            handovers += world.Handovers;
        }

        // The runs are worth little if the lead rarely moves in them.
        Assert.True(handovers > 500, $"{handovers} handovers only");
    }

    private sealed class World(int seed)
    {
        private readonly Dictionary<string, Case> _files = Codes.ToDictionary(
            c => c,
            _ => new Case(),
            StringComparer.Ordinal
        );
        private readonly List<ReceivedLetter> _underWay = [];
        private readonly Random _random = new(seed);
        private DateTimeOffset _now = Noon;
        private int _acts;

        public int Handovers => _files.Values.Max(f => f.Term);

        public void Run(int steps)
        {
            _files[Lead] = Fold.Of<Case>(Draft);
            Act(
                Lead,
                (file, turn) =>
                    FileJointInvestigation.Decide(
                        file,
                        new([new(ThePartner), new(Other)], [], "Join.", [], NoFacts, null, "TLP:AMBER"),
                        turn,
                        TheCalendars,
                        Settings
                    )
            );
            for (var i = 0; i < steps; i++)
            {
                _now = _now.AddMinutes(1);
                if (_random.Next(2) == 0)
                {
                    DeliverOne(keep: _random.Next(4) == 0);
                }
                else
                {
                    ActAtRandom(Codes[_random.Next(Codes.Length)]);
                }
            }
        }

        /// <summary>Delivers until nothing more happens; what waits for its cause is tried again.</summary>
        public void Settle()
        {
            for (var idle = 0; idle < 200 && _underWay.Count > 0; )
            {
                idle = DeliverOne(keep: false) ? 0 : idle + 1;
            }

            Assert.True(
                _underWay.Count == 0,
                $"seed {seed}: still waiting: {string.Join(", ", _underWay.Select(l => $"{l.Kind} {l.Sender}>{l.Recipient}"))}"
            );
        }

        public void Agree()
        {
            var leads = _files.Values.Where(f => f is { IsLead: true, FiledAt: not null }).ToList();
            var lead = Assert.Single(leads, f => f.Authority.Length > 0);
            foreach (var file in _files.Values.Where(f => f.Authority.Length > 0 && !f.IsLead))
            {
                var isIn = lead.Joined.Contains(file.Authority, StringComparer.Ordinal);
                if (lead.IsUnderWay)
                {
                    Assert.True(
                        isIn == file.IsUnderWay,
                        $"seed {seed}: {file.Authority} is {file.Stage}, lead counts it in: {isIn}"
                    );
                }

                if (file.IsUnderWay)
                {
                    Assert.True(file.Lead == lead.Authority, $"seed {seed}: {file.Authority} follows {file.Lead}");
                }

                if (file.IsUnderWay && lead.IsUnderWay)
                {
                    Assert.True(
                        file.Stage == lead.Stage,
                        $"seed {seed}: {file.Authority} {file.Stage}, lead {lead.Stage}"
                    );
                    Assert.Equal(
                        lead.Joined.Where(j => j != file.Authority),
                        file.Joined.Where(j => j != lead.Authority && j != file.Authority)
                    );
                    Assert.Equal(lead.PauseNumber, file.PauseNumber);
                }

                if (file.IsUnderWay && lead.Stage == CaseStage.Closed)
                {
                    Assert.Equal(lead.Closing?.Outcome, file.LeadClosing?.Outcome);
                }
            }
        }

        private void ActAtRandom(string code)
        {
            var other = Codes[_random.Next(Codes.Length)];
            switch (_random.Next(16))
            {
                case 0 or 1:
                    Act(code, AcknowledgeInvitation.Decide);
                    break;
                case 2 or 3 or 4:
                    Act(code, JoinInvestigation.Decide);
                    break;
                case 5:
                    Act(code, (f, t) => DeclineInvitation.Decide(f, new("not-needed", "No."), t));
                    break;
                case 6:
                    Act(code, (f, t) => LeaveInvestigation.Decide(f, new("No."), t));
                    break;
                case 7:
                    Act(code, (f, t) => InvitePartners.Decide(f, new([new(other)], null), t, TheCalendars, Settings));
                    break;
                case 8:
                    Act(code, (f, t) => WithdrawInvitation.Decide(f, new(other), t));
                    break;
                case 9 or 10:
                    Act(code, (f, t) => OfferLead.Decide(f, new(other), t, TheCalendars, Settings));
                    break;
                case 11 or 12:
                    Act(code, AcceptLead.Decide);
                    break;
                case 13:
                    Act(code, (f, t) => RefuseLead.Decide(f, new(""), t));
                    break;
                case 14:
                    Act(code, (f, t) => SuspendCase.Decide(f, new("Court"), t));
                    Act(other, (f, t) => ResumeCase.Decide(f, t, TheCalendars));
                    break;
                case 15 when _random.Next(6) == 0:
                    Act(code, (f, t) => CloseCase.Decide(f, new("settled", "Paid."), t));
                    break;
            }
        }

        private void Act(string code, Func<Case, Turn, Decision<CaseEvent>> decide)
        {
            if (_files[code].Stage == CaseStage.Unknown)
            {
                return;
            }

            var act = Guid.Parse($"019cae00-0000-7000-a000-{++_acts:000000000000}");
            if (decide(_files[code], new Turn(code, act, _now)) is Events<CaseEvent> { Happened: var happened })
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
            var decision = Reading(letter, _now)(_files[letter.Recipient]);
            if (decision is Refused<CaseEvent>)
            {
                return false;
            }

            if (!keep)
            {
                _underWay.RemoveAt(at);
            }

            if (decision is Events<CaseEvent> { Happened: var happened })
            {
                Record(letter.Recipient, happened);
            }

            return true;
        }

        private void Record(string code, IReadOnlyList<CaseEvent> happened)
        {
            _files[code] = Fold.Onto(_files[code], happened);
            foreach (var written in happened.OfType<LetterWritten>())
            {
                Assert.True(
                    written.Ask is null != written.ReliesOn is null,
                    $"seed {seed}: {written.Kind} rests on nothing"
                );
                _underWay.Add(
                    new ReceivedLetter(
                        written.LetterId,
                        code,
                        written.To,
                        written.Kind,
                        CaseId,
                        written.Content,
                        TheBasis,
                        written.At
                    )
                );
            }
        }
    }
}

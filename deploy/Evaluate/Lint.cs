using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyText;

namespace CaseCoordination.Evaluate;

/// <summary>Looks through folders of law: 0 where nothing is wrong, 1 where something is, 2 where one is unreadable.</summary>
internal static class Lint
{
    public static int Run(string[] folders, TextWriter output, TextWriter error)
    {
        var found = 0;
        foreach (var folder in folders.DefaultIfEmpty(Evaluate.Run.ShippedInstruments()))
        {
            try
            {
                foreach (var finding in Linter.Lint(LawFolder.Load(folder)))
                {
                    output.WriteLine(finding);
                    found++;
                }
            }
            catch (LawTextException failure)
            {
                foreach (var problem in failure.Problems)
                {
                    error.WriteLine($"error: {problem}");
                }

                return Usage.Unreadable;
            }
        }

        return found == 0 ? 0 : 1;
    }
}

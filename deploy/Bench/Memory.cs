using System.Globalization;

namespace CaseCoordination.Bench;

/// <summary>Resident memory of everything that a node's state directory started, PostgreSQL and the broker included.</summary>
internal static class Memory
{
    /// <returns>Bytes, shared pages counted by share; 0 where the system does not tell.</returns>
    public static long OfNode(string state)
    {
        var roots = Directory
            .EnumerateFiles(state, "*.pid", SearchOption.AllDirectories)
            .Select(ReadPid)
            .Concat(PostmasterPids(state))
            .ToHashSet();
        var all = Directory
            .EnumerateDirectories("/proc")
            .Select(d =>
                int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 0
            )
            .Where(p => p > 0)
            .ToDictionary(p => p, ParentOf);
        return all.Keys.Where(p => IsBelow(p, all, roots)).Sum(ShareOf);
    }

    /// <summary>The process that a state directory started under a name.</summary>
    public static int PidOf(string state, string name) =>
        Directory.EnumerateFiles(state, $"{name}.pid", SearchOption.AllDirectories).Select(ReadPid).First();

    /// <summary>Resident bytes of a process now, and the most it ever had since <see cref="ForgetPeak"/>.</summary>
    public static (long Now, long Peak) Resident(int pid) =>
        (Field($"/proc/{pid}/status", "VmRSS:") * 1024, Field($"/proc/{pid}/status", "VmHWM:") * 1024);

    public static void ForgetPeak(int pid) => File.WriteAllText($"/proc/{pid}/clear_refs", "5");

    private static IEnumerable<int> PostmasterPids(string state) =>
        Directory.EnumerateFiles(state, "postmaster.pid", SearchOption.AllDirectories).Select(ReadPid);

    private static int ReadPid(string file) =>
        int.TryParse(
            File.ReadLines(file).FirstOrDefault(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var pid
        )
            ? pid
            : 0;

    private static bool IsBelow(int pid, Dictionary<int, int> parents, HashSet<int> roots)
    {
        for (var at = pid; at > 1; at = parents.GetValueOrDefault(at))
        {
            if (roots.Contains(at))
            {
                return at != Environment.ProcessId;
            }
        }

        return false;
    }

    private static int ParentOf(int pid) => (int)Field($"/proc/{pid}/status", "PPid:");

    private static long ShareOf(int pid) => Field($"/proc/{pid}/smaps_rollup", "Pss:") * 1024;

    private static long Field(string file, string name)
    {
        try
        {
            var line = File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
            var number = line?[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
            return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

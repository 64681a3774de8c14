namespace CaseCoordination.Demo;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(string Matter, bool OnlyCheck = false)
{
    private const string Usage = """
        usage: demo [--check] [--matter FILE]
          --check        only read the matter file and say what is wrong with it
          --matter FILE  the matter to tell; without it the shipped deploy/matters/bitmex-2020.yaml
        The addresses of the services come from ISSUER_URL, TREATY_REGISTRY_URL, CASE_INTAKE_URL, DATA_SHARING_URL,
        ENFORCEMENT_ACTIONS_URL and ACCESS_POINT_URL; CC_DEMO_FAULT names a command that kills and starts services (deploy/fault).
        """;

    public static Arguments? Read(string[] args, string start, TextWriter error)
    {
        var onlyCheck = args is ["--check", ..];
        switch (onlyCheck ? args[1..] : args)
        {
            case []:
                return new Arguments(Shipped(start), onlyCheck);
            case ["--matter", var file]:
                return new Arguments(file, onlyCheck);
            default:
                error.WriteLine(Usage);
                return null;
        }
    }

    private static string Shipped(string start)
    {
        const string Name = "matters/bitmex-2020.yaml";
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            foreach (var file in new[] { Name, $"deploy/{Name}" }.Select(f => Path.Combine(folder.FullName, f)))
            {
                if (File.Exists(file))
                {
                    return file;
                }
            }
        }

        return Name;
    }
}

using System.Runtime.InteropServices;

namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>
/// What Linux knows of its clock from whatever disciplines it (chrony, ntpd, timesyncd). A kernel whose clock nothing keeps
/// tells nothing.
/// </summary>
internal sealed class KernelClock : IClockSource
{
    // Of <sys/timex.h>.
    private const int Unsynchronised = 0x0040;
    private const int InNanoseconds = 0x2000;

    public Task<ClockOffset?> ReadAsync(CancellationToken cancellation) =>
        Task.FromResult(OperatingSystem.IsLinux() && Environment.Is64BitProcess ? Read() : null);

    internal static ClockOffset? Judge(int status, long offset, long maxErrorMicroseconds) =>
        (status & Unsynchronised) != 0
            ? null
            : new ClockOffset(
                ClockQualities.ByKernel,
                // What the kernel still has to add is what the clock lacks.
                -offset / ((status & InNanoseconds) != 0 ? 1_000_000.0 : 1_000.0),
                maxErrorMicroseconds / 1_000.0
            );

    private static ClockOffset? Read()
    {
        var told = default(Timex);
        try
        {
            // With no mode set it reads and needs no privilege; a sandbox may forbid it all the same.
            return AdjTimeX(ref told) < 0 ? null : Judge(told.Status, told.Offset, told.MaxError);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "adjtimex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AdjTimeX(ref Timex timex);

    // 208 bytes in 64-bit Linux; what is not read here is only room.
    [StructLayout(LayoutKind.Explicit, Size = 208)]
    private struct Timex
    {
        [FieldOffset(8)]
        public long Offset;

        [FieldOffset(24)]
        public long MaxError;

        [FieldOffset(40)]
        public int Status;
    }
}

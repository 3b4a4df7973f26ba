# Runs the routines of an interchange.cfg for some requests in several processes, with stand-ins for
# what Interchange gives them: the request's variables, and a log whose fields lose their tabs.
use strict;
use warnings;

package Vend::Util;

sub logData {
    my ($file, @fields) = @_;
    my @plain = map { my $text = defined $_ ? $_ : ''; $text =~ tr/\t/ /; $text } @fields;
    open(my $log, '>>', $file) or die "cannot write $file: $!";
    syswrite($log, join("\t", @plain) . "\n");
    close($log);
}

package main;

our $Instance;
my ($config, $log, $workers, $requests) = @ARGV;
my %routine;
my @environment;
open(my $lines, '<', $config) or die "cannot read $config: $!";
while (my $line = <$lines>) {
    if ($line =~ /^Environment\s+(\S+)/) {
        push @environment, $1;
    }
    elsif ($line =~ /^Variable\s+(\S+)/) {
        $Global::Variable->{$1} = $log;
    }
    elsif ($line =~ /^GlobalSub\s+(\w+)\s+<<(\w+)/) {
        my ($name, $mark, $code) = ($1, $2, '');
        while (defined($line = <$lines>) && $line !~ /^\Q$mark\E$/) {
            $code .= $line;
        }
        $routine{$name} = eval "no strict; no warnings; $code";
        die "$name: $@" if $@;
    }
}
my $start = $routine{app_timing_start} or die "no routine for the start";
my $end = $routine{app_timing_end} or die "no routine for the end";
die "UNIQUE_ID does not come through" unless grep { $_ eq 'UNIQUE_ID' } @environment;

for my $worker (1 .. $workers) {
    my $child = fork();
    die "cannot fork: $!" unless defined $child;
    next if $child;
    for my $request (1 .. $requests) {
        $Instance = {};
        $Vend::SessionID = "s$worker";
        $CGI::request_uri = "/cgi-bin/shop/page.html?id=$request";
        $Global::Variable->{MV_PAGE} = $request == 1 ? "tab\tback\\slash\nline" : undef;
        $ENV{UNIQUE_ID} = "u$worker-$request";
        $start->();
        select(undef, undef, undef, 0.002);
        $end->();
        $end->();    # a second end of one page writes nothing
    }
    exit 0;
}
1 while wait() > 0;

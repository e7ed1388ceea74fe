// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Stand-in for an exec credential plugin. Arguments, done in order:
//   count FILE          appends a line to FILE: one per run
//   save NAME FILE      writes the environment variable NAME to FILE
//   terminal FILE       writes "yes" to FILE if there is a terminal to ask on, else "no"
//   await FILE          waits until FILE exists
//   say TEXT            prints TEXT on standard error
//   escape TEXT         prints TEXT on standard error as a terminal would show it in red
//   print TEXT          prints TEXT on standard output
//   token VERSION EXPIRES FILE  prints an ExecCredential whose token is "token-N", N the number of lines of
//   FILE;
//                       EXPIRES "-" for none
//   flood               prints without end
//   hang FILE           writes its process id to FILE and sleeps for ever
//   spawn FILE          starts a child that does "hang FILE", and waits for it
//   exit N              ends with N

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

int lines(const std::string &file)
{
    std::ifstream input(file);
    std::string line;
    int count = 0;
    while (std::getline(input, line)) {
        ++count;
    }
    return count;
}

void printToken(const std::string &version, const std::string &expires, const std::string &file)
{
    std::printf(
        "{\"apiVersion\":\"client.authentication.k8s.io/%s\",\"kind\":\"ExecCredential\",\"status\":{",
        version.c_str());
    if (expires != "-") {
        std::printf("\"expirationTimestamp\":\"%s\",", expires.c_str());
    }
    std::printf("\"token\":\"token-%d\"}}\n", lines(file));
}

void awaitFile(const std::string &file)
{
    while (access(file.c_str(), F_OK) != 0) {
        usleep(2000);
    }
}

bool hasTerminal()
{
    const int terminal = open("/dev/tty", O_RDWR);
    if (terminal >= 0) {
        close(terminal);
    }
    char byte = 0;
    return terminal >= 0 || isatty(STDIN_FILENO) != 0 || read(STDIN_FILENO, &byte, 1) != 0;
}

[[noreturn]] void hang(const std::string &file)
{
    std::ofstream(file + ".part") << getpid();
    std::rename((file + ".part").c_str(), file.c_str());
    for (;;) {
        pause();
    }
}

void spawnHanging(const std::string &file)
{
    const pid_t child = fork();
    if (child == 0) {
        hang(file);
    }
    waitpid(child, nullptr, 0);
}

} // namespace

int main(int argc, char **argv)
{
    int at = 1;
    const auto next = [&] { return at < argc ? std::string(argv[at++]) : std::string(); };
    while (at < argc) {
        const std::string verb = next();
        if (verb == "count") {
            std::ofstream(next(), std::ios::app) << "run\n";
        } else if (verb == "save") {
            const char *value = std::getenv(next().c_str());
            std::ofstream(next()) << (value ? value : "(unset)");
        } else if (verb == "terminal") {
            std::ofstream(next()) << (hasTerminal() ? "yes" : "no");
        } else if (verb == "await") {
            awaitFile(next());
        } else if (verb == "say") {
            std::fprintf(stderr, "%s\n", next().c_str());
        } else if (verb == "escape") {
            std::fprintf(stderr, "\x1b[31m%s\x1b[0m\a\n", next().c_str());
        } else if (verb == "print") {
            std::printf("%s", next().c_str());
        } else if (verb == "token") {
            const std::string version = next();
            const std::string expires = next();
            printToken(version, expires, next());
        } else if (verb == "flood") {
            for (;;) {
                if (std::printf("%01024d", 0) < 0) {
                    return 1;
                }
            }
        } else if (verb == "hang") {
            std::fflush(nullptr);
            hang(next());
        } else if (verb == "spawn") {
            spawnHanging(next());
        } else if (verb == "exit") {
            return std::atoi(next().c_str());
        } else {
            return 64;
        }
    }
    return 0;
}

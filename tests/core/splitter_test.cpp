// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/linesplitter.h"
#include "models/core/listsplitter.h"
#include "tests/core/check.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using signalbox::core::LineSplitter;
using signalbox::core::ListSplitter;
using State = ListSplitter::State;

namespace
{

struct Cut {
    std::vector<std::string> items;
    std::string metadata;
    std::string kind;
    std::size_t skipped = 0;
    State state = State::Running;
};

Cut cut(const std::string &text, std::size_t piece, std::size_t maxItem = 1024)
{
    Cut result;
    ListSplitter splitter([&result](std::string_view item) { result.items.emplace_back(item); }, maxItem);
    for (std::size_t i = 0; i < text.size(); i += piece) {
        splitter.feed(std::string_view(text).substr(i, piece));
    }
    result.metadata = splitter.metadata();
    result.kind = splitter.kind();
    result.skipped = splitter.skipped();
    result.state = splitter.state();
    return result;
}

void listsInAnyPieces()
{
    const std::string text =
        R"( {"kind":"PodList","apiVersion":"v1","n":12,"metadata":{"resourceVersion":"7","x":["}"]},)"
        R"("items":[{"a":"}\"]{"}, {"b":[{},{"c":{}}]} ,{}], "tail":null} )";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        const Cut result = cut(text, piece);
        SIGNALBOX_CHECK(result.state == State::Complete);
        SIGNALBOX_CHECK(result.kind == "PodList");
        SIGNALBOX_CHECK(result.metadata == R"({"resourceVersion":"7","x":["}"]})");
        SIGNALBOX_CHECK(
            (result.items == std::vector<std::string>{R"({"a":"}\"]{"})", R"({"b":[{},{"c":{}}]})", "{}"}));
        SIGNALBOX_CHECK(result.skipped == 0);
    }
}

void metadataAfterItems()
{
    const Cut result = cut(R"({"items":[{"a":1}],"metadata":{"continue":"t"},"kind":"L"})", 3);
    SIGNALBOX_CHECK(result.state == State::Complete);
    SIGNALBOX_CHECK(result.items.size() == 1);
    SIGNALBOX_CHECK(result.metadata == R"({"continue":"t"})");
    SIGNALBOX_CHECK(result.kind == "L");
}

void nullItems()
{
    const Cut result = cut(R"({"metadata":{},"items":null})", 4);
    SIGNALBOX_CHECK(result.state == State::Complete);
    SIGNALBOX_CHECK(result.items.empty());
}

void oddItemsAreCountedAndPassedOver()
{
    const std::string text =
        R"({"items":[1,"x]",[{}],null,{"ok":true},{"long":")" + std::string(2000, 'y') + R"("},{"z":1}]})";
    for (const std::size_t piece : {1, 7, 64, 100000}) {
        const Cut result = cut(text, piece);
        SIGNALBOX_CHECK(result.state == State::Complete);
        SIGNALBOX_CHECK((result.items == std::vector<std::string>{R"({"ok":true})", R"({"z":1})"}));
        SIGNALBOX_CHECK(result.skipped == 5);
    }
}

void notAList()
{
    SIGNALBOX_CHECK(cut("<html>no</html>", 4).state == State::Malformed);
    SIGNALBOX_CHECK(cut("[1,2]", 4).state == State::Malformed);
    SIGNALBOX_CHECK(cut("{a:1}", 4).state == State::Malformed);
    SIGNALBOX_CHECK(cut(R"({"a" 1})", 1).state == State::Malformed);
    SIGNALBOX_CHECK(cut(R"({"a":}})", 1).state == State::Malformed);
    SIGNALBOX_CHECK(cut("", 1).state == State::Running);
}

void truncationKeepsWhatWasWhole()
{
    const std::string text = R"({"metadata":{"resourceVersion":"7"},"items":[{"a":1},{"b":2},{"c":3}]})";
    for (std::size_t length = 0; length < text.size(); ++length) {
        const Cut result = cut(text.substr(0, length), 5);
        SIGNALBOX_CHECK(result.state == State::Running);
        SIGNALBOX_CHECK(result.items.size() <= 3);
    }
}

void randomBytesDoNoHarm()
{
    unsigned seed = 4711;
    const std::string alphabet = "{}[]\"\\:,ai \n1";
    for (int round = 0; round < 2000; ++round) {
        std::string text = R"({"items":[)";
        for (int i = 0; i < 60; ++i) {
            seed = seed * 1664525U + 1013904223U;
            text += alphabet[(seed >> 16U) % alphabet.size()];
        }
        const Cut small = cut(text, 1);
        const Cut large = cut(text, 1000);
        SIGNALBOX_CHECK(small.state == large.state);
        SIGNALBOX_CHECK(small.items == large.items);
        SIGNALBOX_CHECK(small.skipped == large.skipped);
    }
}

void linesInAnyPieces()
{
    const std::string text = "{\"type\":\"ADDED\"}\r\n\n{\"b\":1}\n{\"half";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        std::vector<std::string> lines;
        LineSplitter splitter([&lines](std::string_view line) { lines.emplace_back(line); });
        for (std::size_t i = 0; i < text.size(); i += piece) {
            splitter.feed(std::string_view(text).substr(i, piece));
        }
        SIGNALBOX_CHECK((lines == std::vector<std::string>{"{\"type\":\"ADDED\"}", "{\"b\":1}"}));
        SIGNALBOX_CHECK(splitter.pending() == 6);
    }
}

void overlongLinesAreDropped()
{
    std::vector<std::string> lines;
    LineSplitter splitter([&lines](std::string_view line) { lines.emplace_back(line); }, 8);
    splitter.feed("123456789");
    splitter.feed("0\nshort\n12345678\n123456789\nend\n");
    SIGNALBOX_CHECK((lines == std::vector<std::string>{"short", "12345678", "end"}));
    SIGNALBOX_CHECK(splitter.oversized() == 2);
    SIGNALBOX_CHECK(splitter.pending() == 0);
}

/// One thread receives, another splits: the shape of a connection, here so that ThreadSanitizer sees it.
void splitsWhileAnotherThreadReceives()
{
    std::mutex mutex;
    std::condition_variable ready;
    std::deque<std::string> queue;
    bool done = false;
    std::size_t items = 0;
    std::thread reader([&] {
        ListSplitter splitter([&items](std::string_view item) { items += item == R"({"n":"x"})" ? 1 : 0; });
        for (;;) {
            std::unique_lock lock(mutex);
            ready.wait(lock, [&] { return done || !queue.empty(); });
            if (queue.empty()) {
                break;
            }
            const std::string bytes = std::move(queue.front());
            queue.pop_front();
            lock.unlock();
            splitter.feed(bytes);
        }
        SIGNALBOX_CHECK(splitter.state() == State::Complete);
    });
    const auto push = [&](std::string bytes) {
        const std::lock_guard lock(mutex);
        queue.push_back(std::move(bytes));
        ready.notify_one();
    };
    push(R"({"items":[)");
    for (int i = 0; i < 5000; ++i) {
        push(R"({"n":)");
        push(i + 1 < 5000 ? R"("x"},)" : R"("x"})");
    }
    push("]}");
    {
        const std::lock_guard lock(mutex);
        done = true;
    }
    ready.notify_one();
    reader.join();
    SIGNALBOX_CHECK(items == 5000);
}

} // namespace

int main()
{
    listsInAnyPieces();
    metadataAfterItems();
    nullItems();
    oddItemsAreCountedAndPassedOver();
    notAList();
    truncationKeepsWhatWasWhole();
    randomBytesDoNoHarm();
    linesInAnyPieces();
    overlongLinesAreDropped();
    splitsWhileAnotherThreadReceives();
    return 0;
}

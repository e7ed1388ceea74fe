# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DROOT=<source folder> -P headers.cmake
# Fails on a source or build file that does not begin with its two SPDX lines, and on any file that carries the
# path of the machine it was written on.

file(GLOB files ${ROOT}/CMakeLists.txt ${ROOT}/CMakePresets.json ${ROOT}/README.md ${ROOT}/dev)
set(folders app backends models resources tests translations widgets)
foreach(folder ${folders})
    file(GLOB_RECURSE found ${ROOT}/${folder}/*)
    list(APPEND files ${found})
endforeach()
list(LENGTH files count)
if(count LESS 500)
    message(FATAL_ERROR "only ${count} files below ${ROOT}: is it the source folder?")
endif()

foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${ROOT} ${file})
    if(name MATCHES "\\.(cpp|h|cmake|yaml)$" OR name MATCHES "CMakeLists\\.txt$" OR name STREQUAL "dev")
        file(STRINGS ${file} start LIMIT_COUNT 3)
        if(NOT start MATCHES "SPDX-FileCopyrightText: 2026 The Signalbox developers;[/#]+ SPDX-License-Identifier: GPL-3.0-or-later")
            message(SEND_ERROR "${name}: does not begin with the two SPDX lines")
        endif()
    endif()
    # The folder of this checkout, and homes of people; those of pods and examples are called differently.
    file(STRINGS ${file} lines REGEX "/home/[a-z]|/Users/[a-z]|${ROOT}/" LIMIT_COUNT 1)
    if(lines)
        message(SEND_ERROR "${name}: carries a path of a machine: ${lines}")
    endif()
endforeach()

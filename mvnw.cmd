@echo off
rem Runs Maven: an installed one, else the one named in .mvn\wrapper\maven-wrapper.properties, which is fetched once,
rem compared with its checksum and kept in %USERPROFILE%\.m2\wrapper. Needs Windows 10 or newer and a JDK 17 or newer.
setlocal
where mvn >nul 2>nul && (
	call mvn %*
	exit /b
)
set "properties=%~dp0.mvn\wrapper\maven-wrapper.properties"
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%properties%") do set "%%a=%%b"
for %%f in ("%distributionUrl:/=\%") do set "name=%%~nf"
set "name=%name:-bin.tar=%"
set "folder=%USERPROFILE%\.m2\wrapper\%name%"
if exist "%folder%\bin\mvn.cmd" goto run
if not exist "%USERPROFILE%\.m2\wrapper" mkdir "%USERPROFILE%\.m2\wrapper"
set "archive=%USERPROFILE%\.m2\wrapper\%name%.tar.gz"
echo mvnw: fetching %name% 1>&2
curl --fail --silent --show-error --location --output "%archive%" "%distributionUrl%" || exit /b 1
certutil -hashfile "%archive%" SHA512 | findstr /i /c:"%distributionSha512Sum%" >nul || (
	echo mvnw: %distributionUrl% does not have the expected checksum. 1>&2
	del "%archive%"
	exit /b 1
)
tar -xzf "%archive%" -C "%USERPROFILE%\.m2\wrapper" || exit /b 1
del "%archive%"
:run
call "%folder%\bin\mvn.cmd" %*
exit /b
